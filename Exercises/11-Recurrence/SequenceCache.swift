import Tensors

/// What a recurrent layer keeps for its way back. Fill in what yours needs; nobody else looks at it.
///
/// Read it; there is nothing to write here.
public struct SequenceCache: Sendable {
  /// The inputs `[T, N, D]`.
  public var x: Tensor

  /// h before each step, `[T, N, H]`.
  public var before: Tensor

  /// The cell's cache of each step.
  public var steps: [[Tensor]]

  /// 1 where a step counts and 0 where it is padded, `[T, N, 1]`; nil where all count.
  public var keep: Tensor?

  public init(x: Tensor, before: Tensor, steps: [[Tensor]], keep: Tensor?) {
    self.x = x
    self.before = before
    self.steps = steps
    self.keep = keep
  }
}

/// The gradients of the loss at all that goes into a recurrent layer, each in the shape of what it belongs to.
public struct SequenceGradients: Sendable {
  public var x: Tensor
  public var inputWeights: Tensor
  public var recurrentWeights: Tensor
  public var bias: Tensor

  /// At the state before the first step.
  public var state: [Tensor]

  public init(
    x: Tensor, inputWeights: Tensor, recurrentWeights: Tensor, bias: Tensor, state: [Tensor]
  ) {
    self.x = x
    self.inputWeights = inputWeights
    self.recurrentWeights = recurrentWeights
    self.bias = bias
    self.state = state
  }

  /// Those at W, U and b.
  public var parameters: [Tensor] { [inputWeights, recurrentWeights, bias] }
}
