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
    // begin 11.5: A new network should remember. Which gate decides that, and is it open at 0?
    [0, 1, 0, 0]
    // end
  }

  /// Returns h' and c', and in `cache` whatever `backward` will need.
  public func forward(
    input: Tensor, recurrent: Tensor, state: [Tensor]
  ) -> (state: [Tensor], cache: [Tensor]) {
    // begin 11.6: (input + recurrent).gates(4) takes the sums apart.
    let sums = input + recurrent
    // All gates in one go: a sigmoid of g that nobody needs costs less than three calls.
    let open = sigmoid(sums).gates(4)
    let (i, f, o) = (open[0], open[1], open[3])
    let g = tanh(sums.gates(4)[2])
    let c = f * state[1] + i * g
    let squashed = tanh(c)
    return ([o * squashed, c], [i, f, g, o, state[1], squashed])
    // end
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old h and c.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    // begin 11.7: c' reaches the loss on two ways. Add them before you go on.
    let (i, f, g, o) = (cache[0], cache[1], cache[2], cache[3])
    let (old, squashed) = (cache[4], cache[5])
    let h = upstream[0]
    let c = upstream[1] + h * o * (1 - squashed * squashed)
    let sums = Tensor(gates: [
      c * g * i * (1 - i), c * old * f * (1 - f), c * i * (1 - g * g),
      h * squashed * o * (1 - o),
    ])
    return (sums, sums, [Tensor(zerosLike: h), c * f])
    // end
  }
}
