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
    // TODO: 11.3  Where in this formula is the old state?
    unfinished("11.3")
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old state.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    // TODO: 11.4  What of the old state arrives here that has not come through u?
    unfinished("11.4")
  }
}
