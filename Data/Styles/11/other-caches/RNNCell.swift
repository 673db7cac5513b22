import Tensors

/// The simplest cell. Its state is its output.
///
///     h' = tanh(a + u)
///
/// | name     | shape    | meaning                                  |
/// | -------- | -------- | ---------------------------------------- |
/// | `a`, `u` | `[N, H]` | `input` and `recurrent`: there is one gate |
/// | `h'`     | `[N, H]` | the new state                            |
///
/// After Jeffrey Elman, "Finding structure in time", 1990.
public struct RNNCell: Cell {
  public var startingBiases: [Double] { [0] }
  public var stateCount: Int { 1 }

  public init() {}

  /// Returns the new state, and in `cache` whatever `backward` will need.
  public func forward(
    input: Tensor, recurrent: Tensor, state: [Tensor]
  ) -> (state: [Tensor], cache: [Tensor]) {
    let sum = input + recurrent
    return ([tanh(sum)], [sum])
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old state.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    let h = tanh(cache[0])
    let gradient = upstream[0] - upstream[0] * h * h
    return (gradient, gradient, [Tensor(zeros: h.shape)])
  }
}
