import Exercise09
import Tensors

public struct NearestUpsampling: Module {
  public var factor: Int

  public init(factor: Int) {
    self.factor = factor
  }

  public var parameters: [Tensor] {
    get { [] }
    set {}
  }

  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    // A transposed convolution with ones, as wide as it goes on, for each channel by itself.
    let rows = x.reshaped(to: [-1, x.shape[2], x.shape[3]])
    var y = Tensor(zeros: [rows.shape[0], x.shape[2] * factor, x.shape[3] * factor])
    let ones = Tensor(ones: [factor, factor])
    y.add(
      rows.reshaped(to: rows.shape + [1, 1]) * ones, toWindowsOf: [factor, factor], stride: factor)
    return (y.reshaped(to: [x.shape[0], x.shape[1], y.shape[1], y.shape[2]]), [])
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let windows = upstream.windows(of: [factor, factor], stride: factor)
    return (windows.sum(along: 5).sum(along: 4), [])
  }
}
