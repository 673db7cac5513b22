import Exercise05
import Tensors

/// The network of exercise 05, without a line of a way back: affine layers, with one activation
/// between them and none behind the last.
///
///     x → affine → activation → affine → … → affine → logits
public final class GraphNet {
  /// The weights `[D, M]` and the bias `[M]` of the first layer, of the second, and so on. They stay
  /// from step to step; what is computed from them is made anew in each.
  public let parameters: [Node]

  /// What stands between the layers: `relu`, say.
  public let activation: (Node) -> Node
  public let regularization: Double

  public init(
    parameters: [Tensor], activation: @escaping (Node) -> Node = relu, regularization: Double = 0
  ) {
    self.parameters = parameters.map { Node($0) }
    self.activation = activation
    self.regularization = regularization
  }

  /// Returns the logits `[N, C]` of `x` (`[N, …]`).
  public func logits(_ x: Tensor) -> Node {
    // begin 7.36: A sample may be an image: make a row of it first.
    var signal = Node(x.reshaped(to: [x.shape[0], -1]))
    for i in stride(from: 0, to: parameters.count, by: 2) {
      if i > 0 { signal = activation(signal) }
      signal = signal.matmul(parameters[i]) + parameters[i + 1]
    }
    return signal
    // end
  }

  /// Returns the loss of a batch, a node of one entry, shape `[]`: the mean cross-entropy of the
  /// logits, plus `regularization` · Σ w² over the weights of all layers, biases left out.
  public func loss(_ x: Tensor, labels: [Int]) -> Node {
    // begin 7.37: -log p[label] = log Σ e^z - z[label]. The two nodes are there.
    let logits = logits(x)
    var loss = (logits.logSumExp(along: 1) - logits.gathered(at: labels, along: 1)).mean()
    for layer in 0..<parameters.count / 2 {
      loss = loss + regularization * pow(parameters[2 * layer], 2).sum()
    }
    return loss
    // end
  }

  /// Moves the parameters one step of `optimizer` along the gradients of the loss of a batch, and
  /// returns the loss before the step. Gradients that were left by others do not count.
  public func step(
    _ x: Tensor, labels: [Int], with optimizer: inout some Optimizer
  ) -> Double {
    // begin 7.38: Gradients add up. When do they have to be cleared?
    for parameter in parameters { parameter.clearGradient() }
    let loss = loss(x, labels: labels)
    loss.backward()
    var values = parameters.map(\.value)
    optimizer.update(&values, along: parameters.map(\.gradient))
    for (parameter, value) in zip(parameters, values) { parameter.value = value }
    return loss.value.scalar
    // end
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    logits(x).value.argmax(along: 1)
  }
}
