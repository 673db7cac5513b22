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
    var layers: [Affine] = []
    layers.reserveCapacity(sizes.count - 1)
    var inputs = sizes[0]
    for outputs in sizes[1...] {
      defer { inputs = outputs }
      let normal = Tensor(normal: [inputs, outputs], using: &generator)
      layers.append(.init(weights: normal * weightDeviation, bias: .init(zeros: [outputs])))
    }
    self.layers = layers
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
    var (current, caches) = (x, [Tensor]())
    for step in program {
      let cache: Tensor
      switch step {
      case .affine(let index): (current, cache) = layers[index].forward(current)
      case .activation: (current, cache) = activation.forward(current)
      }
      caches.append(cache)
    }
    return (current, caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let (entropy, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    var upstream = CrossEntropyFromLogits().backward(cache: cache, labels: labels)
    var reversedGradients: [Tensor] = []
    for (step, cache) in zip(program, caches).reversed() {
      switch step {
      case .activation:
        upstream = activation.backward(upstream, cache: cache)
      case let .affine(index):
        let (x, weights, bias) = layers[index].backward(upstream, cache: cache)
        reversedGradients += [bias, weights]
        upstream = x
      }
    }
    var gradients = Array(reversedGradients.reversed())
    var loss = entropy
    // the second path
    for i in stride(from: 0, to: gradients.count, by: 2) {
      let w = layers[i / 2].weights
      gradients[i].add(w, times: 2 * regularization)
      loss += regularization * w.scalars.map { $0 * $0 }.reduce(0, +)
    }
    return (loss, gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }

  private enum Step {
    case affine(index: Int)
    case activation
  }

  private var program: [Step] {
    layers.indices.flatMap { $0 == 0 ? [Step.affine(index: 0)] : [.activation, .affine(index: $0)] }
  }
}
