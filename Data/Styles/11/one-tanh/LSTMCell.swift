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
    // σ(x) = (1 + tanh(x / 2)) / 2
    let units = state[0].shape[1]
    let halves = Tensor((0..<4 * units).map { $0 / units == 2 ? 1.0 : 0.5 })
    let gates = (tanh((input + recurrent) * halves) * halves + (1 - halves)).gates(4)
    let (i, f, g, o) = (gates[0], gates[1], gates[2], gates[3])
    let c = state[1] * f + g * i
    let t = tanh(c)
    return ([t * o, c], gates + [state[1], t])
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old h and c.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    let (i, f, g, o) = (cache[0], cache[1], cache[2], cache[3])
    var total = upstream[1]
    total += upstream[0] * o - upstream[0] * o * cache[5] * cache[5]
    let outer = upstream[0] * cache[5]
    let parts = [
      total * g * (i - i * i), total * cache[4] * (f - f * f), total * i * (1 - g * g),
      outer * (o - o * o),
    ]
    let both = Tensor(concatenating: parts, along: 1)
    return (both, both, [0 * upstream[0], total * f])
  }
}
