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
    // TODO: 11.8  Here input and recurrent must be taken apart before they are added.
    unfinished("11.8")
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old state.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    // TODO: 11.9  For one of the gates, input and recurrent do not receive the same.
    unfinished("11.9")
  }
}
