import Tensors

/// Records what was done, to undo it.
private final class Tape {
  enum Entry {
    case affine(Affine, cache: Tensor, position: Int)
    case activation(any Layer, cache: Tensor)
  }

  private(set) var entries: [Entry] = []

  func record(_ entry: Entry) { entries.append(entry) }

  func playBack(from upstream: Tensor, parameterCount: Int) -> [Tensor] {
    var gradients: [Tensor?] = Array(repeating: nil, count: parameterCount)
    var current: Tensor = upstream
    while let entry = entries.popLast() {
      switch entry {
      case .affine(let layer, let cache, let position):
        let result = layer.backward(current, cache: cache)
        gradients[2 * position] = result.weights
        gradients[2 * position + 1] = result.bias
        current = result.x
      case .activation(let layer, let cache):
        current = layer.backward(current, cache: cache)
      }
    }
    return gradients.compactMap { $0 }
  }
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
    self.layers = [Affine]()
    self.activation = activation
    self.regularization = regularization
    for index in 0..<(sizes.count - 1) {
      let numberOfInputs: Int = sizes[index]
      let numberOfOutputs: Int = sizes[index + 1]
      let initialWeights: Tensor = Tensor(normal: [numberOfInputs, numberOfOutputs], using: &generator) * weightDeviation
      let initialBias: Tensor = Tensor(zeros: [numberOfOutputs])
      self.layers.append(Affine(weights: initialWeights, bias: initialBias))
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
    var caches: [Tensor] = [Tensor]()
    var currentSignal: Tensor = x
    let lastIndex: Int = self.layers.count - 1
    for index in 0...lastIndex {
      let affineResult = self.layers[index].forward(currentSignal)
      currentSignal = affineResult.output
      caches.append(affineResult.cache)
      if index != lastIndex {
        let activationResult = self.activation.forward(currentSignal)
        currentSignal = activationResult.output
        caches.append(activationResult.cache)
      }
    }
    return (logits: currentSignal, caches: caches)
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let forwardResult = self.forward(x)
    let lossFunction: CrossEntropyFromLogits = CrossEntropyFromLogits()
    let lossResult = lossFunction.forward(forwardResult.logits, labels: labels)
    let upstream: Tensor = lossFunction.backward(cache: lossResult.cache, labels: labels)
    let tape: Tape = self.makeTape(caches: forwardResult.caches)
    var gradients: [Tensor] = tape.playBack(from: upstream, parameterCount: 2 * self.layers.count)
    var totalLoss: Double = lossResult.loss
    if self.regularization != 0.0 {
      for index in 0..<self.layers.count {
        let weights: Tensor = self.layers[index].weights
        totalLoss += self.regularization * (weights * weights).sum()
        gradients[2 * index] += weights * (2.0 * self.regularization)
      }
    }
    return (loss: totalLoss, gradients: gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }

  private func makeTape(caches: [Tensor]) -> Tape {
    let tape: Tape = Tape()
    for (position, layer) in self.layers.enumerated() {
      tape.record(.affine(layer, cache: caches[2 * position], position: position))
      if position + 1 < self.layers.count {
        tape.record(.activation(self.activation, cache: caches[2 * position + 1]))
      }
    }
    return tape
  }
}
