import Tensors

public struct ClassificationNet: Sendable {
  public var layers: [Affine]
  public var activation: any Layer
  public var regularization: Double

  public init(layers: [Affine], activation: any Layer = ReLU(), regularization: Double = 0) {
    self.layers = layers
    self.activation = activation
    self.regularization = regularization
  }

  public init(
    sizes: [Int], activation: any Layer = ReLU(), weightDeviation: Double = 0.001,
    regularization: Double = 0, using generator: inout some RandomNumberGenerator
  ) {
    layers = []
    for i in sizes.indices.dropLast() {
      let normal = Tensor(normal: [sizes[i], sizes[i + 1]], using: &generator)
      layers.append(Affine(weights: normal * weightDeviation, bias: Tensor(zeros: [sizes[i + 1]])))
    }
    self.activation = activation
    self.regularization = regularization
  }

  public var parameters: [Tensor] {
    get { layers.flatMap { [$0.weights, $0.bias] } }
    set {
      for i in layers.indices {
        layers[i].weights = newValue[2 * i]
        layers[i].bias = newValue[2 * i + 1]
      }
    }
  }

  public func forward(_ x: Tensor) -> (logits: Tensor, caches: [Tensor]) {
    var (signal, cache) = layers[0].forward(x)
    var caches = [cache]
    for layer in layers.dropFirst() {
      (signal, cache) = activation.forward(signal)
      caches.append(cache)
      (signal, cache) = layer.forward(signal)
      caches.append(cache)
    }
    return (signal, caches)
  }

  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches) = forward(x)
    let (dataLoss, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    let penalty = layers.map { ($0.weights * $0.weights).sum() }.reduce(0, +)

    var gradients = parameters.map { Tensor(zerosLike: $0) }
    var upstream = CrossEntropyFromLogits().backward(cache: cache, labels: labels)
    var rest = caches
    for i in stride(from: layers.count - 1, through: 0, by: -1) {
      let back = layers[i].backward(upstream, cache: rest.removeLast())
      gradients[2 * i] = back.weights + layers[i].weights * (regularization * 2)
      gradients[2 * i + 1] = back.bias
      guard i > 0 else { break }
      upstream = activation.backward(back.x, cache: rest.removeLast())
    }
    return (dataLoss + regularization * penalty, gradients)
  }

  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
