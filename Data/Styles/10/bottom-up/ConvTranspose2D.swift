import Exercise09
import Tensors

public struct ConvTranspose2D: Module {
  public var weights: Tensor
  public var bias: Tensor
  public var window: Window
  public var outputPadding: Int

  public init(weights: Tensor, bias: Tensor, window: Window, outputPadding: Int = 0) {
    self.weights = weights
    self.bias = bias
    self.window = window
    self.outputPadding = outputPadding
  }

  public init(
    from channels: Int, to filters: Int, _ window: Window, outputPadding: Int = 0,
    using generator: inout some RandomNumberGenerator
  ) {
    let shape = [channels, filters, window.height, window.width]
    let deviation = 1 / (Double(channels * window.height * window.width) / 2).squareRoot()
    weights = Tensor(normal: shape, using: &generator) * deviation
    bias = Tensor(zeros: [filters])
    self.window = window
    self.outputPadding = outputPadding
  }

  public var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  public func size(rows: Int, columns: Int) -> (rows: Int, columns: Int) {
    // Where the last window ends, and what is cut off and added.
    let lastRow = (rows - 1) * window.stride + window.dilation * (window.height - 1)
    let lastColumn = (columns - 1) * window.stride + window.dilation * (window.width - 1)
    let more = outputPadding - 2 * window.padding + 1
    return (rows: lastRow + more, columns: lastColumn + more)
  }

  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let q = window.padding
    let (rows, columns) = size(rows: x.shape[2], columns: x.shape[3])
    let patches = weights.tensordot(x, along: [0], and: [1])  // [F, KH, KW, N, H, W]
    var y = Tensor(zeros: [x.shape[0], bias.count, rows + 2 * q, columns + 2 * q])
    y.add(
      patches.transposed(permuting: [3, 0, 4, 5, 1, 2]),
      toWindowsOf: [window.height, window.width],
      stride: window.stride, dilation: window.dilation)
    return (y.cropped(by: [0, 0, q, q]) + bias.reshaped(to: [-1, 1, 1]), [x])
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let x = cache[0]
    let windows = upstream.padded(by: [0, 0, window.padding, window.padding])
      .windows(
        of: [window.height, window.width], stride: window.stride, dilation: window.dilation)
    let dx = windows.tensordot(weights, along: [1, 4, 5], and: [1, 2, 3])  // [N, H, W, C]
    let dw = x.tensordot(windows, along: [0, 2, 3], and: [0, 2, 3])  // [C, F, KH, KW]
    return (
      x: dx.transposed(permuting: [0, 3, 1, 2]),
      parameters: [dw, upstream.sum(along: 3).sum(along: 2).sum(along: 0)]
    )
  }
}
