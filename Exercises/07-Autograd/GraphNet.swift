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
    // TODO: 7.36  A sample may be an image: make a row of it first.
    unfinished("7.36")
  }

  /// Returns the loss of a batch, a node of one entry, shape `[]`: the mean cross-entropy of the
  /// logits, plus `regularization` · Σ w² over the weights of all layers, biases left out.
  public func loss(_ x: Tensor, labels: [Int]) -> Node {
    // TODO: 7.37  -log p[label] = log Σ e^z - z[label]. The two nodes are there.
    unfinished("7.37")
  }

  /// Moves the parameters one step of `optimizer` along the gradients of the loss of a batch, and
  /// returns the loss before the step. Gradients that were left by others do not count.
  public func step(
    _ x: Tensor, labels: [Int], with optimizer: inout some Optimizer
  ) -> Double {
    // TODO: 7.38  Gradients add up. When do they have to be cleared?
    unfinished("7.38")
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    logits(x).value.argmax(along: 1)
  }
}
