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
    self.activation = activation
    self.regularization = regularization
    for (d, m) in zip(sizes, sizes.dropFirst()) {
      var w = Tensor(zeros: [d, m])
      for i in 0..<d { w[i..<i + 1] = weightDeviation * Tensor(normal: [1, m], using: &generator) }
      layers.append(Affine(weights: w, bias: Tensor(zeros: [m])))
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
    var caches: [Tensor] = [], h = x
    for (i, layer) in layers.enumerated() {
      let (z, c) = layer.forward(h); caches.append(c); h = z
      guard i + 1 < layers.count else { continue }
      let (a, k) = activation.forward(h); caches.append(k); h = a
    }
    return (h, caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let (ce, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    var up = CrossEntropyFromLogits().backward(cache: cache, labels: labels)
    var ws: [Tensor] = [], bs: [Tensor] = []
    for i in layers.indices.reversed() {
      let (x, w, b) = layers[i].backward(up, cache: caches[i * 2])
      ws.insert(w, at: 0); bs.insert(b, at: 0)
      up = i > 0 ? activation.backward(x, cache: caches[i * 2 - 1]) : x
    }
    let gradients = zip(zip(ws, layers).map { $0 + 2 * regularization * $1.weights }, bs).flatMap { [$0, $1] }
    let l2 = layers.lazy.map { abs($0.weights) }.map { ($0 * $0).sum() }.reduce(0, +)
    return (ce + l2 * regularization, gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
