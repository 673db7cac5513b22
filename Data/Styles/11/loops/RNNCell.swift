import Foundation
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
    var h = Tensor(zerosLike: input)
    for n in 0..<input.shape[0] {
      for j in 0..<input.shape[1] {
        h[n, j] = Foundation.tanh(input[n, j] + recurrent[n, j])
      }
    }
    return ([h], [h])
  }

  /// Returns the gradients at `input`, at `recurrent`, and directly at the old state.
  public func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    var sum = upstream[0]
    for n in 0..<sum.shape[0] {
      for j in 0..<sum.shape[1] {
        let h = cache[0][n, j]
        sum[n, j] *= 1 - h * h
      }
    }
    return (sum, sum, [0 * sum])
  }
}
