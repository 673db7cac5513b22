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
    let places = lengths.enumerated().sorted { a, b in
      a.element != b.element ? a.element > b.element : a.offset < b.offset
    }
    self.init(order: places.map(\.offset), counts: [], rows: [])
    for t in 0..<(places.first?.element ?? 0) {
      let there = places.prefix { $0.element > t }
      counts.append(there.count)
      rows += there.map { t * lengths.count + $0.offset }
    }
  }

  /// Returns the rows of `x` `[T, N, D]` that are there, `[Σ lengths, D]`.
  public func packed(_ x: Tensor) -> Tensor {
    let all = x.reshaped(to: [-1, x.shape[2]])
    return Tensor(oneHot: rows, count: all.shape[0]).matmul(all)
  }

  /// Returns packed rows in their places, `[T, N, D]`, and zeros elsewhere.
  public func unpacked(_ rows: Tensor) -> Tensor {
    let (steps, count) = (counts.count, order.count)
    return Tensor(oneHot: self.rows, count: steps * count).transposed().matmul(rows)
      .reshaped(to: [steps, count, rows.shape[1]])
  }
}

extension RecurrentLayer {
  /// Returns h of each sequence after its last step, `[N, H]`, in the order in which the sequences came.
  /// What is padded is not computed.
  ///
  /// - Parameter packed: The rows of N sequences, as `packing` has them.
  public func lastOutputs(_ packed: Tensor, _ packing: Packing) -> Tensor {
    // Padded again, and with a mask.
    let count = packing.order.count
    let x = packing.unpacked(packed)
    var flags = [Bool](repeating: false, count: packing.counts.count * count)
    for row in packing.rows { flags[row] = true }
    return forward(x, keep: Mask(shape: [packing.counts.count, count], flags)).state[0]
  }
}
