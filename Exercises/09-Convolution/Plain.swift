import Exercise05
import Tensors

/// An activation of exercise 05 or 06, as a part of a network.
///
/// Read it; there is nothing to write in this file.
public struct Activation: Module {
  public var layer: any Layer

  public init(_ layer: any Layer = ReLU()) {
    self.layer = layer
  }

  public var parameters: [Tensor] {
    get { [] }
    set {}
  }

  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let (y, cache) = layer.forward(x)
    return (y, [cache])
  }

  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    (layer.backward(upstream, cache: cache[0]), [])
  }
}

/// The affine layer of exercise 05, as a part of a network. Of an image it makes a row first.
public struct Dense: Module {
  public var affine: Affine

  /// Weights by He, a bias of 0.
  public init(inputs: Int, outputs: Int, using generator: inout some RandomNumberGenerator) {
    let deviation = (2 / Double(inputs)).squareRoot()
    affine = Affine(
      weights: deviation * Tensor(normal: [inputs, outputs], using: &generator),
      bias: Tensor(zeros: [outputs]))
  }

  public var parameters: [Tensor] {
    get { [affine.weights, affine.bias] }
    set { (affine.weights, affine.bias) = (newValue[0], newValue[1]) }
  }

  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let (y, cache) = affine.forward(x)
    return (y, [cache])
  }

  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let (x, weights, bias) = affine.backward(upstream, cache: cache[0])
    return (x, [weights, bias])
  }
}
