import Exercise09
import Tensors

public func contextModule(
  channels: Int, dilations: [Int], using generator: inout some RandomNumberGenerator
) -> Chain {
  let modules = dilations.map { d in
    Convolved(
      conv: Conv2D(
        from: channels, to: channels, Window(3, 3, padding: d, dilation: d), using: &generator),
      norm: nil)
  }
  return Chain(modules)
}

public func uLevel(
  from channels: Int, widths: [Int], using generator: inout some RandomNumberGenerator
) -> Chain {
  let conv = Window(3, 3, padding: 1)
  let first = Convolved(
    conv: Conv2D(from: channels, to: widths[0], conv, using: &generator),
    norm: SpatialBatchNorm(channels: widths[0]))
  guard widths.count > 1 else { return Chain([first]) }
  let half = Window(2, 2, stride: 2)
  let way = Chain([
    MaxPool2D(window: half),
    uLevel(from: widths[0], widths: Array(widths[1...]), using: &generator),
    ConvTranspose2D(from: widths[1], to: widths[0], half, using: &generator),
  ])
  let last = Convolved(
    conv: Conv2D(from: 2 * widths[0], to: widths[0], conv, using: &generator),
    norm: SpatialBatchNorm(channels: widths[0]))
  return Chain([first, Skip(inner: way), last])
}

public func uNet(
  image: [Int], widths: [Int], classes: Int, using generator: inout some RandomNumberGenerator
) -> Chain {
  let level = uLevel(from: image[0], widths: widths, using: &generator)
  let last = Conv2D(from: widths[0], to: classes, Window(1, 1), using: &generator)
  return Chain([level, last])
}

/// A convolution, a batch normalisation if there is one, and a ReLU.
private struct Convolved: Module {
  var conv: Conv2D
  var norm: SpatialBatchNorm?

  var parameters: [Tensor] {
    get { conv.parameters + (norm?.parameters ?? []) }
    set {
      conv.parameters = Array(newValue[..<2])
      norm?.parameters = Array(newValue[2...])
    }
  }

  var statistics: [Tensor] {
    get { norm?.statistics ?? [] }
    set { norm?.statistics = newValue }
  }

  mutating func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    var (y, first) = conv.forward(x, training: training)
    var parts = [first]
    if let (normal, second) = norm?.forward(y, training: training) {
      y = normal
      parts.append(second)
    }
    return (max(y, 0), Cache([y], parts: parts))
  }

  func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    var slope = upstream.replacing(with: 0, where: cache[0] .<= 0)
    var gradients: [Tensor] = []
    if let norm {
      let (x, parameters) = norm.backward(slope, cache: cache.parts[1])
      (slope, gradients) = (x, parameters)
    }
    let (x, parameters) = conv.backward(slope, cache: cache.parts[0])
    return (x, parameters + gradients)
  }
}
