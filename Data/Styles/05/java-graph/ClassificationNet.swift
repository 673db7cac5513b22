import Tensors

/// A node of the graph: knows how to send a gradient to where it came from.
private final class Node {
  let value: Tensor
  let cache: Tensor?
  private let send: (Tensor) -> Void

  init(_ value: Tensor, cache: Tensor? = nil, send: @escaping (Tensor) -> Void) {
    self.value = value
    self.cache = cache
    self.send = send
  }

  func backward(_ gradient: Tensor) { send(gradient) }
}

private final class Gradients {
  var byLayer: [(weights: Tensor, bias: Tensor)?]
  init(count: Int) { byLayer = .init(repeating: nil, count: count) }
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
    self.init(layers: [], activation: activation, regularization: regularization)
    var pairs = zip(sizes, sizes.dropFirst()).makeIterator()
    while let (inputs, outputs) = pairs.next() {
      let weights = Tensor(normal: [inputs, outputs], using: &generator) * weightDeviation
      layers.append(Affine(weights: weights, bias: Tensor(zeros: [outputs])))
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
    let nodes = graph(x, Gradients(count: layers.count))
    return (nodes.last!.value, nodes.compactMap(\.cache))
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let collected = Gradients(count: layers.count)
    let end = graph(x, collected).last!
    let (loss, cache) = CrossEntropyFromLogits().forward(end.value, labels: labels)
    end.backward(CrossEntropyFromLogits().backward(cache: cache, labels: labels))
    let gradients = zip(collected.byLayer, layers).flatMap { found, layer in
      [found!.weights + 2 * regularization * layer.weights, found!.bias]
    }
    return (loss + regularization * layers.reduce(0) { $0 + pow($1.weights, 2).sum() }, gradients)
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }

  private func graph(_ x: Tensor, _ gradients: Gradients) -> [Node] {
    var nodes: [Node] = [Node(x) { _ in }]
    for (i, layer) in layers.enumerated() {
      if i > 0 {
        let before = nodes[nodes.count - 1]
        let (y, cache) = activation.forward(before.value)
        nodes.append(Node(y, cache: cache) { [activation] in before.backward(activation.backward($0, cache: cache)) })
      }
      let before = nodes[nodes.count - 1]
      let (y, cache) = layer.forward(before.value)
      nodes.append(
        Node(y, cache: cache) { upstream in
          let (dx, dw, db) = layer.backward(upstream, cache: cache)
          gradients.byLayer[i] = (dw, db)
          before.backward(dx)
        })
    }
    return nodes
  }
}
