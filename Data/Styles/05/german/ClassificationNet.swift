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
    let (logits, paare) = vorwärts(x)
    return (logits, paare.flatMap { [$0.affin, $0.aktivierung].compactMap { $0 } })
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, paare) = vorwärts(x)
    let verlust = CrossEntropyFromLogits()
    let (mittel, speicher) = verlust.forward(logits, labels: labels)
    var δ = verlust.backward(cache: speicher, labels: labels)
    var gradienten: [[Tensor]] = []
    for (schicht, paar) in zip(layers, paare).reversed() {
      if let gespeichert = paar.aktivierung { δ = activation.backward(δ, cache: gespeichert) }
      let g = schicht.backward(δ, cache: paar.affin)
      gradienten.append([g.weights + regularization * (schicht.weights + schicht.weights), g.bias])
      δ = g.x
    }
    let strafe = regularization * layers.map { $0.weights.scalars.reduce(0) { $0 + $1 * $1 } }.reduce(0, +)
    return (mittel + strafe, Array(gradienten.reversed().joined()))
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }

  /// Die Zwischenspeicher als Paare: (affin, Aktivierung); die letzte Schicht hat keine Aktivierung.
  private func vorwärts(_ x: Tensor) -> (Tensor, [(affin: Tensor, aktivierung: Tensor?)]) {
    var paare: [(affin: Tensor, aktivierung: Tensor?)] = []
    var h = x
    for schicht in layers.dropLast() {
      let (z, affin) = schicht.forward(h)
      let (a, aktivierung) = activation.forward(z)
      paare.append((affin, aktivierung))
      h = a
    }
    let (logits, letzter) = layers[layers.endIndex - 1].forward(h)
    paare.append((letzter, nil))
    return (logits, paare)
  }
}
