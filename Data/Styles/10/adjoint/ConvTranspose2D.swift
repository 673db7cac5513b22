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
    // The way back of a convolution, and nothing else.
    let (rows, columns) = size(rows: x.shape[2], columns: x.shape[3])
    let there = convolution
    let shape = [x.shape[0], weights.shape[1], rows, columns]
    let (_, cache) = there.forward(
      Tensor(zeros: shape).converted(to: x.elementType), training: false)
    let y = there.backward(x, cache: cache).x
    return (y + bias.reshaped(to: [-1, 1, 1]), [x])
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let there = convolution
    let (dx, pass) = there.forward(upstream, training: true)
    let dw = there.backward(cache[0], cache: pass).parameters[0]
    return (dx, [dw, upstream.sum(along: 3).sum(along: 2).sum(along: 0)])
  }
}

extension ConvTranspose2D {
  /// From F channels to C.
  private var convolution: Conv2D {
    Conv2D(weights: weights, bias: Tensor(zeros: [weights.shape[0]]), window: window)
  }
}
