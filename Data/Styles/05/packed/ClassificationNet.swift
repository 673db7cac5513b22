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
    let layers = zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      Affine(
        weights: Tensor(normal: [inputs, outputs], using: &generator) * weightDeviation,
        bias: Tensor(zeros: [outputs]))
    }
    self.init(layers: layers, activation: activation, regularization: regularization)
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
    var signal = x
    var caches = [Tensor]()
    for (i, layer) in layers.enumerated() {
      if i > 0 {
        let step = activation.forward(signal)
        signal = step.output
        caches.append(step.cache)
      }
      let step = layer.forward(signal)
      signal = step.output
      caches.append(step.cache)
    }
    return (signal, caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    var (logits, caches) = forward(x)
    let head = CrossEntropyFromLogits()
    let (data, cache) = head.forward(logits, labels: labels)
    logits = head.backward(cache: cache, labels: labels)       // from here on: the gradient
    var gradients: [Tensor] = []
    for layer in layers.reversed() {
      let (x, w, b) = layer.backward(logits, cache: caches.removeLast())
      gradients.insert(contentsOf: [w + layer.weights * (2 * regularization), b], at: 0)
      logits = x
      if let last = caches.popLast() { logits = activation.backward(logits, cache: last) }
    }
    let penalty = layers.map { pow($0.weights, 2).sum() }.reduce(0, +)
    return (data + regularization * penalty, gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
