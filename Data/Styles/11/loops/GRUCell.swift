import Foundation
import Tensors

/// A gated recurrent unit: an LSTM with one gate less and no cell.
///
///     r = σ(a₁ + u₁)      z = σ(a₂ + u₂)      n = tanh(a₃ + r · u₃)
///     h' = (1 - z) · n + z · h
///
/// | name     | shape        | meaning                                                      |
/// | -------- | ------------ | ------------------------------------------------------------ |
/// | `a`, `u` | `[N, 3 · H]` | `input` and `recurrent`: the gates r, z, n, in this order    |
/// | `h'`     | `[N, H]`     | the new state                                                |
///
/// Where z is 1 the *old* state is kept; and r is multiplied by u₃, behind the product with U.
///
/// After Kyunghyun Cho and others, 2014, in the form of PyTorch and Keras.
public struct GRUCell: Cell {
  public var startingBiases: [Double] { [0, 0, 0] }
  public var stateCount: Int { 1 }

  public init() {}

  /// Returns the new state, and in `cache` whatever `backward` will need.
  public func forward(
    input: Tensor, recurrent: Tensor, state: [Tensor]
  ) -> (state: [Tensor], cache: [Tensor]) {
    let units = state[0].shape[1]
    var (r, z, n, h) = (state[0], state[0], state[0], state[0])
    for i in 0..<h.shape[0] {
      for j in 0..<units {
        r[i, j] = 1 / (1 + exp(-input[i, j] - recurrent[i, j]))
        z[i, j] = 1 / (1 + exp(-input[i, units + j] - recurrent[i, units + j]))
        n[i, j] = tanh(input[i, 2 * units + j] + r[i, j] * recurrent[i, 2 * units + j])
        h[i, j] = n[i, j] + z[i, j] * (state[0][i, j] - n[i, j])
      }
    }
    return ([h], [r, z, n, recurrent, state[0]])
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old state.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    let (r, z, n, recurrent, old) = (cache[0], cache[1], cache[2], cache[3], cache[4])
    let units = r.shape[1]
    var (input, other) = (Tensor(zerosLike: recurrent), Tensor(zerosLike: recurrent))
    var direct = old
    for i in 0..<old.shape[0] {
      for j in 0..<units {
        let h = upstream[0][i, j]
        let new = h * (1 - z[i, j]) * (1 - n[i, j] * n[i, j])
        let reset = new * recurrent[i, 2 * units + j] * r[i, j] * (1 - r[i, j])
        let update = h * (old[i, j] - n[i, j]) * z[i, j] * (1 - z[i, j])
        input[i, j] = reset
        other[i, j] = reset
        input[i, units + j] = update
        other[i, units + j] = update
        input[i, 2 * units + j] = new
        other[i, 2 * units + j] = new * r[i, j]
        direct[i, j] = h * z[i, j]
      }
    }
    return (input, other, [direct])
  }
}
