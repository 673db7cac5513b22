import Tensors

/// Normally distributed numbers after George Box and Mervin Muller, 1958.
private func normal(_ shape: [Int], deviation: Double, _ generator: inout some RandomNumberGenerator) -> Tensor {
  var scalars: [Double] = []
  while scalars.count < shape.reduce(1, *) {
    let r = (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
    let φ = 2 * Double.pi * Double.random(in: 0..<1, using: &generator)
    scalars.append(deviation * r * cos(φ))
  }
  return Tensor(shape: shape, scalars: scalars)
}

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
    self.init(layers: [], activation: activation, regularization: regularization)
    for (d, m) in zip(sizes, sizes.dropFirst()) {
      layers.append(Affine(weights: normal([d, m], deviation: weightDeviation, &generator), bias: Tensor(zeros: [m])))
    }
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
    var result = (logits: x, caches: [Tensor]())
    for i in layers.indices {
      if i != layers.startIndex {
        let (h, cache) = activation.forward(result.logits)
        result = (h, result.caches + [cache])
      }
      let (h, cache) = layers[i].forward(result.logits)
      result = (h, result.caches + [cache])
    }
    return result
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let end = CrossEntropyFromLogits()
    let (loss, cache) = end.forward(logits, labels: labels)
    var gradient = end.backward(cache: cache, labels: labels)
    var gradients: [Tensor] = []
    for (i, layer) in layers.enumerated().reversed() {
      let back = layer.backward(gradient, cache: caches[2 * i])
      gradients = [back.weights, back.bias] + gradients
      gradient = i == 0 ? back.x : activation.backward(back.x, cache: caches[2 * i - 1])
    }
    for i in layers.indices { gradients[2 * i].add(layers[i].weights, times: 2 * regularization) }
    let norm = layers.map { sqrt(($0.weights * $0.weights).sum()) }
    return (loss + regularization * norm.reduce(0) { $0 + $1 * $1 }, gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
