import Tensors

/// What is done with the gates of one step. A cell has no weights: the products with them look the same in
/// all recurrent networks, and are the layer's affair.
///
/// Of the N sequences of a batch, which have come to the same step, a cell is given
///
/// | name        | shape        | meaning                                                       |
/// | ----------- | ------------ | ------------------------------------------------------------- |
/// | `input`     | `[N, G · H]` | a = x · W + b, what the input says to the G gates of H units  |
/// | `recurrent` | `[N, G · H]` | u = h · U, what the old state says to them                    |
/// | `state`     | `[N, H]`, …  | the old state: h, and c besides in an LSTM                    |
///
/// The first H columns belong to the first gate, and so on.
///
/// Read it; there is nothing to write here.
public protocol Cell: Sendable {
  /// What the biases of each gate start at: as many numbers as there are gates.
  var startingBiases: [Double] { get }

  /// How many tensors `[N, H]` a state is made of. The first is h, the output of the step.
  var stateCount: Int { get }

  /// Returns the new state, and in `cache` whatever `backward` will need.
  func forward(
    input: Tensor, recurrent: Tensor, state: [Tensor]
  ) -> (state: [Tensor], cache: [Tensor])

  /// Returns the gradients of the loss at `input`, at `recurrent` and at the old state, given `upstream`,
  /// its gradient at the new one.
  ///
  /// What goes to the old state is only what it receives directly, and not by way of `recurrent`.
  func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor])
}

extension Cell {
  /// G, the number of gates.
  public var gates: Int { startingBiases.count }
}
