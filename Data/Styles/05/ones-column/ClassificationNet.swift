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
    self.init(layers: [], activation: activation, regularization: regularization)
    for k in 1..<sizes.count {
      var w = Tensor(normal: [sizes[k - 1], sizes[k]], using: &generator)
      w *= weightDeviation
      layers += [Affine(weights: w, bias: Tensor(zeros: [sizes[k]]))]
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
    steps.reduce(into: (logits: x, caches: [Tensor]())) { state, step in
      let (output, cache) = step(state.logits)
      state.logits = output
      state.caches.append(cache)
    }
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let entropy = CrossEntropyFromLogits()
    let (crossEntropy, cache) = entropy.forward(logits, labels: labels)
    var gradients = layers.flatMap { [$0.weights * (2 * regularization), Tensor(zerosLike: $0.bias)] }
    var wayBack: [(Tensor) -> Tensor] = []
    for (i, cache) in caches.enumerated() {
      if i % 2 == 1 {
        wayBack.append { [activation] upstream in activation.backward(upstream, cache: cache) }
      } else {
        wayBack.append { upstream in
          let g = layers[i / 2].backward(upstream, cache: cache)
          gradients[i] += g.weights
          gradients[i + 1] += g.bias
          return g.x
        }
      }
    }
    _ = wayBack.reversed().reduce(entropy.backward(cache: cache, labels: labels)) { $1($0) }
    return (crossEntropy + regularization * layers.map { ($0.weights * $0.weights).sum() }.reduce(0, +), gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }

  private typealias Step = (Tensor) -> (output: Tensor, cache: Tensor)

  private var steps: [Step] {
    Array(layers.map { [$0.forward] }.joined(separator: [activation.forward]))
  }
}
