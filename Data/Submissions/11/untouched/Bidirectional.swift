import Tensors

/// Two layers over the same sequences: one reads from the first step to the last, the other from the last to
/// the first.
///
/// | name      | shape            | meaning                                                       |
/// | --------- | ---------------- | ------------------------------------------------------------- |
/// | `x`       | `[T, N, D]`      | T steps of N sequences                                        |
/// | `keep`    | `[T, N]`         | true where there is a step                                    |
/// | `outputs` | `[T, N, H₁ + H₂]` | h of the first, and beside it h of the second                |
/// | `last`    | `[N, H₁ + H₂]`   | h of each when it has read all                                |
///
/// At step t the first has read x[0] … x[t], and the second x[T - 1] … x[t].
///
/// After Mike Schuster and Kuldip Paliwal, "Bidirectional recurrent neural networks", 1997.
public struct Bidirectional: Sendable {
  public var ahead: RecurrentLayer
  public var back: RecurrentLayer

  public init(ahead: RecurrentLayer, back: RecurrentLayer) {
    self.ahead = ahead
    self.back = back
  }

  /// Returns the outputs, the last states, and the caches of both layers.
  public func forward(
    _ x: Tensor, keep: Mask? = nil
  ) -> (outputs: Tensor, last: Tensor, caches: [SequenceCache]) {
    // TODO: 11.15  x.flipped(along: [0]) is the sequence from its end. And the mask?
    unfinished("11.15")
  }

  /// Returns the gradients at `x`, and at W, U and b of the first layer and of the second, given those at
  /// the outputs and at `last`.
  public func backward(
    _ upstream: Tensor, last: Tensor, caches: [SequenceCache]
  ) -> (x: Tensor, parameters: [Tensor]) {
    // TODO: 11.16  Take both gradients apart, flip one, and flip back what comes of it.
    unfinished("11.16")
  }
}
