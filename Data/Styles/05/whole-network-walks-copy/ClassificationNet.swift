import Tensors

/// r · Σ w² and its slope.
struct Regularizer {
  let strength: Double
  func callAsFunction(_ layers: [Affine]) -> Double {
    var sum = 0.0
    for case let w in layers.map(\.weights) { sum += w.reshaped(to: [-1]).scalars.reduce(0) { $0 + $1 * $1 } }
    return strength * sum
  }
  func slope(_ w: Tensor) -> Tensor { 2 * strength * w }
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
    // Erst alle Gewichte ziehen, Schicht für Schicht, dann die Schichten bauen.
    let formen = zip(sizes, sizes.dropFirst()).map { [$0, $1] }
    var gewichte: [Tensor] = []
    for form in formen { gewichte.append(Tensor(normal: form, using: &generator)) }
    for i in gewichte.indices { gewichte[i] *= weightDeviation }
    layers = gewichte.map { Affine(weights: $0, bias: Tensor(zeros: [$0.shape[1]])) }
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
    let trace = trace(x)
    return (trace.logits, trace.steps.flatMap { [$0.affine] + ($0.activation.map { [$0] } ?? []) })
      }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, steps) = trace(x)
    let (data, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    let regularizer = Regularizer(strength: regularization)
    var gradients = parameters.map { Tensor(zerosLike: $0) }
    var upstream = CrossEntropyFromLogits().backward(cache: cache, labels: labels)
    for (i, step) in steps.enumerated().reversed() {
      if let cache = step.activation { upstream = activation.backward(upstream, cache: cache) }
      let own = layers[i].backward(upstream, cache: step.affine)
      gradients[2 * i] += own.weights
      gradients[2 * i] += regularizer.slope(layers[i].weights)
      gradients[2 * i + 1] += own.bias
      upstream = own.x
    }
    return (data + regularizer(layers), gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }

  private struct StepCache {
    var affine: Tensor
    var activation: Tensor?
  }

  private func trace(_ x: Tensor) -> (logits: Tensor, steps: [StepCache]) {
    let last = layers.count - 1
    return layers.enumerated().reduce((x, [])) { soFar, next in
      let (z, affine) = next.element.forward(soFar.0)
      guard next.offset < last else { return (z, soFar.1 + [StepCache(affine: affine)]) }
      let (h, activation) = self.activation.forward(z)
      return (h, soFar.1 + [StepCache(affine: affine, activation: activation)])
    }
  }
}
