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
    for i in 1..<sizes.count {
      var weights = Tensor(normal: [sizes[i - 1], sizes[i]], using: &generator)
      weights *= weightDeviation
      layers.append(Affine(weights: weights, bias: Tensor(zeros: [sizes[i]])))
    }
    self.activation = activation
    self.regularization = regularization
  }

  public var parameters: [Tensor] {
    get {
      var all: [Tensor] = []
      for layer in layers {
        all.append(layer.weights)
        all.append(layer.bias)
      }
      return all
    }
    set {
      for i in 0..<layers.count {
        layers[i] = Affine(weights: newValue[2 * i], bias: newValue[2 * i + 1])
      }
    }
  }

  public func forward(_ x: Tensor) -> (logits: Tensor, caches: [Tensor]) {
    var (h, cache) = layers[0].forward(x)
    var caches = [cache]
    for layer in layers.dropFirst() {
      (h, cache) = activation.forward(h)
      caches.append(cache)
      (h, cache) = layer.forward(h)
      caches.append(cache)
    }
    return (h, caches)
  }

  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    var (logits, caches) = forward(x)
    let (crossEntropy, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    var dout = CrossEntropyFromLogits().backward(cache: cache, labels: labels)

    var backwards: [Tensor] = []
    var penalty = 0.0
    for i in stride(from: layers.count - 1, through: 0, by: -1) {
      let gradient = layers[i].backward(dout, cache: caches.removeLast())
      backwards.append(gradient.bias)
      backwards.append(gradient.weights + 2 * regularization * layers[i].weights)
      penalty += pow(layers[i].weights, 2).sum()
      dout = gradient.x
      if let cache = caches.popLast() {
        dout = activation.backward(dout, cache: cache)
      }
    }
    return (crossEntropy + regularization * penalty, backwards.reversed())
  }

  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
