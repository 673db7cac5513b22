import Tensors

/// A network of affine layers with one activation between them, and none behind the last.
///
///     x → affine → activation → affine → … → affine → logits
///
/// Its loss is the cross-entropy plus `regularization` · Σ w², the sum being over the weights
/// of all layers; biases are left alone.
public struct ClassificationNet: Sendable {
  public var layers: [Affine]
  public var activation: any Layer
  public var regularization: Double

  /// A network of given layers.
  public init(layers: [Affine], activation: any Layer = ReLU(), regularization: Double = 0) {
    self.layers = layers
    self.activation = activation
    self.regularization = regularization
  }

  /// A new network: `sizes` is [inputs, hidden, …, classes].
  ///
  /// Weights are drawn from a normal distribution with mean 0 and deviation `weightDeviation`,
  /// layer by layer from the first; biases start at 0.
  public init(
    sizes: [Int], activation: any Layer = ReLU(), weightDeviation: Double = 0.001,
    regularization: Double = 0, using generator: inout some RandomNumberGenerator
  ) {
    layers = zip(sizes.dropLast(), sizes.dropFirst()).map {
      Affine(weights: Tensor(normal: [$0, $1], using: &generator) * weightDeviation, bias: Tensor(zeros: [$1]))
    }
    self.activation = activation
    self.regularization = regularization
  }

  /// The weights and bias of the first layer, of the second, and so on: what an optimizer moves.
  public var parameters: [Tensor] {
    get { layers.flatMap { [$0.weights, $0.bias] } }
    set {
      for i in layers.indices {
        layers[i].weights = newValue[2 * i]
        layers[i].bias = newValue[2 * i + 1]
      }
    }
  }

  /// Returns the logits `[N, C]` of `x` (`[N, …]`), and the caches of all layers in the order
  /// in which they were passed: affine, activation, affine, …
  public func forward(_ x: Tensor) -> (logits: Tensor, caches: [Tensor]) {
    precondition(!layers.isEmpty, "a network without layers")
    var caches: [Tensor] = []
    func pass(_ step: (output: Tensor, cache: Tensor)) -> Tensor {
      caches.append(step.cache)
      return step.output
    }
    var h = pass(layers[0].forward(x))
    for layer in layers[1...] {
      h = pass(activation.forward(h))
      h = pass(layer.forward(h))
    }
    return (h, caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let (cross, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    var stack = caches, upstream = CrossEntropyFromLogits().backward(cache: cache, labels: labels)
    var gradients: [Tensor] = []
    var l = layers.endIndex
    repeat {
      l -= 1
      let (dx, dw, db) = layers[l].backward(upstream, cache: stack.popLast()!)
      gradients.append(db)
      gradients.append(dw)
      upstream = stack.popLast().map { activation.backward(dx, cache: $0) } ?? dx
    } while l > 0
    gradients.reverse()
    let penalties = parameters.enumerated().map { i, p in i % 2 == 0 ? p * p * regularization : Tensor(0) }
    let slopes = parameters.enumerated().map { i, p in p * (i % 2 == 0 ? 2 * regularization : 0) }
    return (cross + penalties.reduce(0) { $0 + $1.sum() }, zip(gradients, slopes).map { $0 + $1 })
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
