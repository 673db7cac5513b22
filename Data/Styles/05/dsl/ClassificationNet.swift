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
    layers = zip(sizes, sizes[1...]).reduce(into: []) { made, size in
      made.append(
        Affine(weights: weightDeviation * Tensor(normal: [size.0, size.1], using: &generator), bias: Tensor(zeros: [size.1])))
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
    var last = x
    let caches = sequence(state: 0) { k -> Tensor? in
      guard k < 2 * layers.count - 1 else { return nil }
      defer { k += 1 }
      let step = k & 1 == 0 ? layers[k / 2].forward(last) : activation.forward(last)
      last = step.output
      return step.cache
    }
    let all = Array(caches)
    return (last, all)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let (crossEntropy, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    typealias State = (upstream: Tensor, gradients: [Tensor])
    let start: State = (CrossEntropyFromLogits().backward(cache: cache, labels: labels), [])
    let end = caches.indices.reversed().reduce(into: start) { state, k in
      guard k.isMultiple(of: 2) else {
        state.upstream = activation.backward(state.upstream, cache: caches[k])
        return
      }
      let g = layers[k / 2].backward(state.upstream, cache: caches[k])
      state = (g.x, [g.weights, g.bias] + state.gradients)
    }
    let penalised = zip(end.gradients, parameters).enumerated().map { k, pair in
      k % 2 == 0 ? pair.0 + pair.1 * (regularization * 2) : pair.0
    }
    let weights = Tensor(concatenating: layers.map { $0.weights.reshaped(to: [-1]) }, along: 0)
    return (crossEntropy + regularization * weights.matmul(weights).scalar, penalised)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
