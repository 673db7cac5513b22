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
    func build(_ sizes: ArraySlice<Int>, _ generator: inout some RandomNumberGenerator) -> [Affine] {
      guard sizes.count > 1, let d = sizes.first else { return [] }
      let m = sizes[sizes.startIndex + 1]
      let first = Affine(
        weights: Tensor(normal: [d, m], using: &generator) * weightDeviation, bias: Tensor(zeros: [m]))
      return [first] + build(sizes.dropFirst(), &generator)
    }
    layers = build(sizes[...], &generator)
    (self.activation, self.regularization) = (activation, regularization)
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
    let (logits, caches) = descend(x, layers[...])
    return (logits: logits, caches: caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let (loss, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    let start = CrossEntropyFromLogits().backward(cache: cache, labels: labels)
    let squares = layers.reduce(0.0) { $0 + ($1.weights * $1.weights).sum() }
    return (loss + regularization * squares, ascend(start, layers[...], caches[...]).1)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }

  private func descend(_ x: Tensor, _ rest: ArraySlice<Affine>) -> (Tensor, [Tensor]) {
    guard let layer = rest.first else { return (x, []) }
    let (y, cache) = layer.forward(x)
    if rest.count == 1 { return (y, [cache]) }
    let (a, activationCache) = activation.forward(y)
    let (logits, caches) = descend(a, rest.dropFirst())
    return (logits, [cache, activationCache] + caches)
  }

  /// The gradient at the input of `rest`, and those at its parameters.
  private func ascend(
    _ upstream: Tensor, _ rest: ArraySlice<Affine>, _ caches: ArraySlice<Tensor>
  ) -> (Tensor, [Tensor]) {
    guard let layer = rest.last, let cache = caches.last else { return (upstream, []) }
    let own = layer.backward(upstream, cache: cache)
    let here = [own.weights + 2 * regularization * layer.weights, own.bias]
    let before = caches.dropLast()
    guard let gate = before.last else { return (own.x, here) }
    let through = activation.backward(own.x, cache: gate)
    let (x, earlier) = ascend(through, rest.dropLast(), before.dropLast())
    return (x, earlier + here)
  }
}
