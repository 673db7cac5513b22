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
    [0, 1, 0, 0]
  }

  /// Returns h' and c', and in `cache` whatever `backward` will need.
  public func forward(
    input: Tensor, recurrent: Tensor, state: [Tensor]
  ) -> (state: [Tensor], cache: [Tensor]) {
    let sums = input + recurrent
    let z = sums.gates(4)
    let c = sigmoid(z[1]) * state[1] + sigmoid(z[0]) * tanh(z[2])
    return ([sigmoid(z[3]) * tanh(c), c], [sums, state[1]])
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old h and c.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    // All is computed once more: two tensors are kept, and not six.
    let z = cache[0].gates(4)
    let (i, f, o, g) = (sigmoid(z[0]), sigmoid(z[1]), sigmoid(z[3]), tanh(z[2]))
    let old = cache[1]
    let t = tanh(f * old + i * g)
    let c = upstream[1] + upstream[0] * o * (1 - t * t)
    let sums = Tensor(gates: [
      c * g * i * (1 - i), c * old * f * (1 - f), c * i * (1 - g * g),
      upstream[0] * t * o * (1 - o),
    ])
    return (sums, sums, [Tensor(zerosLike: old), c * f])
  }
}
