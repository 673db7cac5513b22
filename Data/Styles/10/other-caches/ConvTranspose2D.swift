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
    let (rows, columns) = size(rows: x.shape[2], columns: x.shape[3])
    let q = window.padding
    let (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    let pixels = x.transposed(permuting: [0, 2, 3, 1]).reshaped(to: [n * h * w, c])
    let patches = pixels.matmul(weights.reshaped(to: [c, -1]))
      .reshaped(to: [n, h, w, -1, window.height, window.width])
      .transposed(permuting: [0, 3, 1, 2, 4, 5])
    var y = Tensor(zeros: [n, bias.count, rows + 2 * q, columns + 2 * q])
      .converted(to: x.elementType)
    y.add(
      patches, toWindowsOf: [window.height, window.width], stride: window.stride,
      dilation: window.dilation)
    y = y.cropped(by: [0, 0, q, q])
    y += bias.reshaped(to: [1, bias.count, 1, 1])
    return (y, [x])
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let x = cache[0]
    var windows = upstream
    if window.padding > 0 {
      windows = windows.padded(by: [0, 0, window.padding, window.padding])
    }
    windows = windows.windows(
      of: [window.height, window.width], stride: window.stride, dilation: window.dilation)
    // One matrix: a row for each pixel of x, a column for each entry of its window.
    let (n, f, h, w) = (windows.shape[0], windows.shape[1], windows.shape[2], windows.shape[3])
    let rows = windows.transposed(permuting: [0, 2, 3, 1, 4, 5])
      .reshaped(to: [n * h * w, f * window.height * window.width])
    let kernel = weights.reshaped(to: [weights.shape[0], -1])
    let pixels = x.transposed(permuting: [0, 2, 3, 1]).reshaped(to: [n * h * w, -1])
    let dx = rows.matmul(kernel.transposed()).reshaped(to: [n, h, w, -1])
      .transposed(permuting: [0, 3, 1, 2])
    let dw = pixels.transposed().matmul(rows).reshaped(to: weights.shape)
    let db = upstream.transposed(permuting: [1, 0, 2, 3]).reshaped(to: [f, -1]).sum(along: 1)
    return (x: dx, parameters: [dw, db])
  }
}
