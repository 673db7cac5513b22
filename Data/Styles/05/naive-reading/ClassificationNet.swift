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
    var made: [Affine] = []
    for pair in zip(sizes, sizes.dropFirst()) {
      made += CollectionOfOne(
        Affine(
          weights: weightDeviation * Tensor(normal: [pair.0, pair.1], using: &generator),
          bias: Tensor(repeating: 0, shape: [pair.1])))
    }
    self.init(layers: made, activation: activation, regularization: regularization)
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
    guard var last = layers.last.map({ _ in x }) else { return (x, []) }
    let caches = (0..<2 * layers.count - 1).map { (k: Int) -> Tensor in
      let (y, cache) = k.isMultiple(of: 2) ? layers[k / 2].forward(last) : activation.forward(last)
      last = y
      return cache
    }
    return (last, caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = self.forward(x)
    let (loss, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    var δ = CrossEntropyFromLogits().backward(cache: cache, labels: labels)
    var found: [Int: Tensor] = [:]
    for k in caches.indices.reversed() {
      if k % 2 == 1 {
        δ = activation.backward(δ, cache: caches[k])
      } else {
        (δ, found[k], found[k + 1]) = layers[k / 2].backward(δ, cache: caches[k])
        found[k]! += layers[k / 2].weights * regularization * 2
      }
    }
    var penalty: Double {
      layers.reduce(0) { sum, layer in
        let v = layer.weights.reshaped(to: [-1])
        return sum + v.matmul(v).scalar
      }
    }
    return (loss + regularization * penalty, found.sorted { $0.key < $1.key }.map(\.value))
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
