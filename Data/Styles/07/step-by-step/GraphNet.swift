import Exercise05
import Tensors

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

  public func logits(_ x: Tensor) -> Node {
    let samples = x.shape[0]
    let entries = x.count / samples
    let input = Node(x.reshaped(to: [samples, entries]))
    var h = input
    let layers = parameters.count / 2
    for layer in 0..<layers {
      let w = parameters[2 * layer]
      let b = parameters[2 * layer + 1]
      h = h.matmul(w)
      h = h + b
      if layer + 1 < layers {
        h = activation(h)
      }
    }
    return h
  }

  public func loss(_ x: Tensor, labels: [Int]) -> Node {
    let z = logits(x)
    let all = z.logSumExp(along: 1)
    let right = z.gathered(at: labels, along: 1)
    let surprise = all - right
    var total = surprise.sum() * (1 / Double(labels.count))
    for i in 0..<parameters.count where i % 2 == 0 {
      let w = parameters[i]
      let square = w * w
      let penalty = square.sum() * regularization
      total = total + penalty
    }
    return total
  }

  public func step(
    _ x: Tensor, labels: [Int], with optimizer: inout some Optimizer
  ) -> Double {
    for parameter in parameters {
      parameter.clearGradient()
    }
    let loss = self.loss(x, labels: labels)
    loss.backward()
    var values: [Tensor] = []
    var gradients: [Tensor] = []
    for parameter in parameters {
      values.append(parameter.value)
      gradients.append(parameter.gradient)
    }
    optimizer.update(&values, along: gradients)
    for i in 0..<values.count {
      parameters[i].value = values[i]
    }
    let before = loss.value.scalar
    return before
  }

  public func predictions(for x: Tensor) -> [Int] {
    logits(x).value.argmax(along: 1)
  }
}
