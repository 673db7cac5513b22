import Exercise05
import Tensors

/// The loss from the logarithm of the softmax and one-hot rows, the penalty in one sum.
public final class GraphNet {
  public let parameters: [Node]
  public let activation: (Node) -> Node
  public let regularization: Double

  public init(
    parameters: [Tensor], activation: @escaping (Node) -> Node = relu, regularization: Double = 0
  ) {
    self.parameters = parameters.map { Node($0) }
    self.activation = activation
    self.regularization = regularization
  }

  private var layers: [(weights: Node, bias: Node)] {
    (0..<parameters.count / 2).map { (parameters[2 * $0], parameters[2 * $0 + 1]) }
  }

  public func logits(_ x: Tensor) -> Node {
    let rows = Node(x).reshaped(to: [x.shape[0], -1])
    let first = rows.matmul(layers[0].weights) + layers[0].bias
    return layers.dropFirst().reduce(first) { signal, layer in
      activation(signal).matmul(layer.weights) + layer.bias
    }
  }

  public func loss(_ x: Tensor, labels: [Int]) -> Node {
    let logits = logits(x)
    let logProbabilities = logits - logits.logSumExp(along: 1, keepingAxis: true)
    let chosen = logProbabilities * Node(Tensor(oneHot: labels, count: logits.value.shape[1]))
    let crossEntropy = -chosen.sum() / Double(labels.count)
    guard regularization != 0 else { return crossEntropy }
    let squares = layers.map { ($0.weights * $0.weights).sum() }
    return crossEntropy + regularization * squares.dropFirst().reduce(squares[0], +)
  }

  public func step(
    _ x: Tensor, labels: [Int], with optimizer: inout some Optimizer
  ) -> Double {
    let loss = loss(x, labels: labels)
    for parameter in parameters { parameter.clearGradient() }
    loss.backward(Tensor(onesLike: loss.value))
    var tensors: [Tensor] = []
    var gradients: [Tensor] = []
    for parameter in parameters {
      tensors.append(parameter.value)
      gradients.append(parameter.gradient)
      parameter.clearGradient()
    }
    optimizer.update(&tensors, along: gradients)
    for i in parameters.indices { parameters[i].value = tensors[i] }
    return loss.value.sum()
  }

  public func predictions(for x: Tensor) -> [Int] {
    logits(x).value.argmax(along: 1)
  }
}
