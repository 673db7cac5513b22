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
    (0..<4).map { $0 == 1 ? 1 : 0 }
  }

  /// Returns h' and c', and in `cache` whatever `backward` will need.
  public func forward(
    input: Tensor, recurrent: Tensor, state: [Tensor]
  ) -> (state: [Tensor], cache: [Tensor]) {
    let squash: [@Sendable (Tensor) -> Tensor] = [
      { 1 / (1 + exp(-$0)) }, { 1 / (1 + exp(-$0)) }, { tanh($0) }, { 1 / (1 + exp(-$0)) },
    ]
    let gates = zip(squash, (input + recurrent).gates(4)).map { $0($1) }
    let c = gates[1] * state[1] + gates[0] * gates[2]
    return ([gates[3] * tanh(c), c], gates + [state[1], c])
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old h and c.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    let gates = Array(cache[0..<4])
    let slopes = gates.enumerated().map { i, y in i == 2 ? 1 - y * y : y - y * y }
    let t = tanh(cache[5])
    let c = upstream[1] + upstream[0] * gates[3] * (1 - t * t)
    let factors = [c * gates[2], c * cache[4], c * gates[0], upstream[0] * t]
    let sums = Tensor(gates: zip(factors, slopes).map { $0 * $1 })
    return (sums, sums, [Tensor(zeros: t.shape), c * gates[1]])
  }
}
