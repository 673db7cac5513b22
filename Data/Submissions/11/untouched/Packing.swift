import Tensors

/// Sequences of different lengths without any padding: the rows of all that are still there at step 0, then
/// of those at step 1, and so on.
///
/// The longest come first, so that those that are still there are always the first ones.
///
/// | name     | count   | meaning                                                            |
/// | -------- | ------- | ------------------------------------------------------------------ |
/// | `order`  | N       | the numbers of the sequences, the longest first; of equal ones the first |
/// | `counts` | T       | how many sequences have a step t                                   |
/// | `rows`   | Σ lengths | where each packed row stands in `[T · N, D]`: t · N + n          |
public struct Packing: Sendable, Equatable {
  public var order: [Int]
  public var counts: [Int]
  public var rows: [Int]

  public init(order: [Int], counts: [Int], rows: [Int]) {
    self.order = order
    self.counts = counts
    self.rows = rows
  }

  /// How N sequences of these lengths are packed.
  public init(lengths: [Int]) {
    // TODO: 11.17  What a sort does with equal ones is not promised. Give it something to decide by.
    unfinished("11.17")
  }

  /// Returns the rows of `x` `[T, N, D]` that are there, `[Σ lengths, D]`.
  public func packed(_ x: Tensor) -> Tensor {
    // TODO: 11.18  One line, with rows(at:).
    unfinished("11.18")
  }

  /// Returns packed rows in their places, `[T, N, D]`, and zeros elsewhere.
  public func unpacked(_ rows: Tensor) -> Tensor {
    // TODO: 11.19  The way back of rows(at:) does just this.
    unfinished("11.19")
  }
}

extension RecurrentLayer {
  /// Returns h of each sequence after its last step, `[N, H]`, in the order in which the sequences came.
  /// What is padded is not computed.
  ///
  /// - Parameter packed: The rows of N sequences, as `packing` has them.
  public func lastOutputs(_ packed: Tensor, _ packing: Packing) -> Tensor {
    // TODO: 11.20  At each step the batch is as large as counts says. Whoever falls out has finished.
    unfinished("11.20")
  }
}
