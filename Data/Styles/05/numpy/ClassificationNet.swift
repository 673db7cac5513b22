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
    layers = []
    for (i, o) in zip(sizes, sizes.dropFirst()) {
      let w = weightDeviation * Tensor(normal: [i, o], using: &generator)
      layers.append(Affine(weights: w, bias: Tensor(zeros: [o])))
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
    var h = x
    var caches: [Tensor] = []
    for i in 0..<layers.count {
      let (out, cache) = layers[i].forward(h)
      h = out
      caches.append(cache)
      if i < layers.count - 1 {
        let (a, c) = activation.forward(h)
        h = a
        caches.append(c)
      }
    }
    return (logits: h, caches: caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let criterion = CrossEntropyFromLogits()
    var (loss, cache) = criterion.forward(logits, labels: labels)
    var d = criterion.backward(cache: cache, labels: labels)
    cache = d
    var gradients = [Tensor](repeating: Tensor(0), count: 2 * layers.count)
    for i in (0..<layers.count).reversed() {
      let g = layers[i].backward(d, cache: caches[2 * i])
      gradients[2 * i] = g.weights + 2 * regularization * layers[i].weights
      gradients[2 * i + 1] = g.bias
      loss += regularization * (layers[i].weights * layers[i].weights).sum()
      d = g.x
      if i > 0 { d = activation.backward(d, cache: caches[2 * i - 1]) }
    }
    return (loss, gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
