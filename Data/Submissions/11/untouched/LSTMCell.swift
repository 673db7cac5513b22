import Tensors

/// Long short-term memory: a cell c that is added to and not overwritten, behind three gates.
///
///     i = σ(a₁ + u₁)      f = σ(a₂ + u₂)      g = tanh(a₃ + u₃)      o = σ(a₄ + u₄)
///     c' = f · c + i · g
///     h' = o · tanh(c')
///
/// | name         | shape       | meaning                                                     |
/// | ------------ | ----------- | ----------------------------------------------------------- |
/// | `a`, `u`     | `[N, 4 · H]` | `input` and `recurrent`: the gates i, f, g, o, in this order |
/// | `state`      | h, c        | each `[N, H]`, the old ones and the new ones                |
///
/// After Sepp Hochreiter and Jürgen Schmidhuber, "Long short-term memory", 1997, with the forget gate of
/// Felix Gers and others, 2000.
public struct LSTMCell: Cell {
  public var stateCount: Int { 2 }

  public init() {}

  /// What the biases of the gates i, f, g, o start at.
  public var startingBiases: [Double] {
    // TODO: 11.5  A new network should remember. Which gate decides that, and is it open at 0?
    unfinished("11.5")
  }

  /// Returns h' and c', and in `cache` whatever `backward` will need.
  public func forward(
    input: Tensor, recurrent: Tensor, state: [Tensor]
  ) -> (state: [Tensor], cache: [Tensor]) {
    // TODO: 11.6  (input + recurrent).gates(4) takes the sums apart.
    unfinished("11.6")
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old h and c.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    // TODO: 11.7  c' reaches the loss on two ways. Add them before you go on.
    unfinished("11.7")
  }
}
