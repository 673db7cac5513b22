import Tensors

/// A cell that is carried from step to step of a sequence, with the weights that it has at all of them.
///
///     a = x[t] · W + b      u = h · U      state ← cell(a, u, state)      outputs[t] = h
///
/// | name               | shape          | meaning                                              |
/// | ------------------ | -------------- | ---------------------------------------------------- |
/// | `x`                | `[T, N, D]`    | T steps of N sequences: x[t] is the batch at step t  |
/// | `inputWeights`     | `[D, G · H]`   | W                                                    |
/// | `recurrentWeights` | `[H, G · H]`   | U                                                    |
/// | `bias`             | `[G · H]`      | b: one for each gate of each unit                    |
/// | `keep`             | `[T, N]`       | true where there is a step, false where there is padding |
/// | `outputs`          | `[T, N, H]`    | h after each step                                    |
///
/// A padded step changes nothing: the state goes on as it was, and so does its gradient.
public struct RecurrentLayer: Sendable {
  public var cell: any Cell
  public var inputWeights: Tensor
  public var recurrentWeights: Tensor
  public var bias: Tensor

  public init(cell: any Cell, inputWeights: Tensor, recurrentWeights: Tensor, bias: Tensor) {
    self.cell = cell
    self.inputWeights = inputWeights
    self.recurrentWeights = recurrentWeights
    self.bias = bias
  }

  /// H, the number of units.
  public var units: Int { recurrentWeights.shape[0] }

  /// W, U and b: what an optimizer moves.
  public var parameters: [Tensor] {
    get { [inputWeights, recurrentWeights, bias] }
    set { (inputWeights, recurrentWeights, bias) = (newValue[0], newValue[1], newValue[2]) }
  }

  /// Returns the outputs, the state after the last step, and in `cache` whatever `backward` will need.
  ///
  /// - Parameter state: The state before the first step; zeros where it is nil.
  /// - Parameter keep: Which steps count; all where it is nil.
  public func forward(
    _ x: Tensor, from state: [Tensor]? = nil, keep: Mask? = nil
  ) -> (outputs: Tensor, state: [Tensor], cache: SequenceCache) {
    // TODO: 11.12  x · W can be computed for all steps at once. h · U cannot. Why?
    unfinished("11.12")
  }

  /// Returns the gradients of the loss at everything that went in, given its gradients at the outputs
  /// (`[T, N, H]`) and at the state after the last step.
  ///
  /// - Parameter chunk: Where it is not nil, no gradient goes from step `chunk` back to the one before it,
  ///   nor from step 2 · `chunk`, and so on.
  public func backward(
    _ upstream: Tensor, state upstreamState: [Tensor]? = nil, cache: SequenceCache,
    cutEvery chunk: Int? = nil
  ) -> SequenceGradients {
    // TODO: 11.13  The last step first. Which ways lead from the state after step t to the loss?
    unfinished("11.13")
  }
}
