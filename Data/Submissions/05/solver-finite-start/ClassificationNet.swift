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
        weights: weightDeviation * Tensor(normal: [inputs, outputs], using: &generator),
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
    var caches: [Tensor] = []
    var signal = x
    for (i, layer) in layers.enumerated() {
      let (output, cache) = layer.forward(signal)
      caches.append(cache)
      signal = output
      if i < layers.count - 1 {
        let (activated, cache) = activation.forward(signal)
        caches.append(cache)
        signal = activated
      }
    }
    return (signal, caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let crossEntropy = CrossEntropyFromLogits()
    var (loss, cache) = crossEntropy.forward(logits, labels: labels)

    var gradients: [Tensor] = []
    var upstream = crossEntropy.backward(cache: cache, labels: labels)
    for (i, layer) in layers.enumerated().reversed() {
      let (x, weights, bias) = layer.backward(upstream, cache: caches[2 * i])
      gradients = [weights, bias] + gradients
      if !regularization.isZero {
        gradients[0] += 2 * regularization * layer.weights
        loss += regularization * (layer.weights * layer.weights).sum()
      }
      upstream = i > 0 ? activation.backward(x, cache: caches[2 * i - 1]) : x
    }
    return (loss, gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
