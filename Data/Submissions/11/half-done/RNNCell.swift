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
    let h = tanh(input + recurrent)
    return ([h], [h])
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old state.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    let h = cache[0]
    let sum = upstream[0] * (1 - h * h)
    return (sum, sum, [Tensor(zerosLike: h)])
  }
}
