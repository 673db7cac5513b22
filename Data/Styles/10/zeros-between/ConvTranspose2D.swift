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
    let inputs = Double(channels * window.height * window.width)
    let weights = Tensor(
      normal: [channels, filters, window.height, window.width], using: &generator)
    self.init(
      weights: (2 / inputs).squareRoot() * weights, bias: Tensor(zeros: [filters]), window: window,
      outputPadding: outputPadding)
  }

  public var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  public func size(rows: Int, columns: Int) -> (rows: Int, columns: Int) {
    func size(_ count: Int, _ length: Int) -> Int {
      (count - 1) * window.stride - 2 * window.padding + window.dilation * (length - 1) + 1
        + outputPadding
    }
    return (size(rows, window.height), size(columns, window.width))
  }

  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    // Zeros between the pixels and around them; then a convolution with the kernel turned round.
    let (rows, columns) = size(rows: x.shape[2], columns: x.shape[3])
    let (n, c, h, w, s) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3], window.stride)
    let (reachDown, reachAcross) = (
      window.dilation * (window.height - 1), window.dilation * (window.width - 1)
    )
    var spread = Tensor(
      zeros: [n, c, h * s + 2 * reachDown + s, w * s + 2 * reachAcross + s])
    for i in 0..<h {
      for j in 0..<w {
        for m in 0..<n {
          for d in 0..<c { spread[m, d, i * s + reachDown, j * s + reachAcross] = x[m, d, i, j] }
        }
      }
    }
    let windows = spread.windows(of: [window.height, window.width], dilation: window.dilation)
    let y = windows.tensordot(weights.flipped(along: [2, 3]), along: [1, 4, 5], and: [0, 2, 3])
      .transposed(permuting: [1, 2, 0, 3])  // [O, P, N, F]
    let q = window.padding
    let cut = y[q..<q + rows].transposed(permuting: [1, 0, 2, 3])[q..<q + columns]
    let result = cut.transposed(permuting: [2, 3, 1, 0]) + bias.reshaped(to: [-1, 1, 1])
    return (result.converted(to: x.elementType), [x])
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
