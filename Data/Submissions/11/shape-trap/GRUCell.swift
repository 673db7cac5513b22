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
    let (a, u) = (input.gates(3), recurrent.gates(3))
    let (r, z) = (sigmoid(a[0] + u[0]), sigmoid(a[1] + u[1]))
    let n = tanh(a[2] + r.matmul(u[2]))
    return ([(1 - z) * n + z * state[0]], [r, z, n, u[2], state[0]])
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old state.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    let (r, z, n, u, old) = (cache[0], cache[1], cache[2], cache[3], cache[4])
    let h = upstream[0]
    let new = h * (1 - z) * (1 - n * n)
    let reset = new * u * r * (1 - r)
    let update = h * (old - n) * z * (1 - z)
    return (
      Tensor(gates: [reset, update, new]), Tensor(gates: [reset, update, new * r]), [h * z]
    )
  }
}
