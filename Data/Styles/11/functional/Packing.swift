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
    func order(_ lengths: [(Int, Int)]) -> [Int] {
      guard let longest = lengths.map(\.1).max() else { return [] }
      return lengths.filter { $0.1 == longest }.map(\.0)
        + order(lengths.filter { $0.1 != longest })
    }
    let sorted = order(lengths.enumerated().map { ($0, $1) })
    let there = (0..<(lengths.max() ?? 0)).map { t in sorted.filter { lengths[$0] > t } }
    self.init(
      order: sorted, counts: there.map(\.count),
      rows: there.enumerated().flatMap { t, there in there.map { t * lengths.count + $0 } })
  }

  /// Returns the rows of `x` `[T, N, D]` that are there, `[Σ lengths, D]`.
  public func packed(_ x: Tensor) -> Tensor {
    let (count, width) = (x.shape[1], x.shape[2])
    guard !rows.isEmpty else { return Tensor(zeros: [0, width]) }
    return Tensor(
      concatenating: rows.map { x.row($0 / count).row($0 % count).reshaped(to: [1, width]) },
      along: 0)
  }

  /// Returns packed rows in their places, `[T, N, D]`, and zeros elsewhere.
  public func unpacked(_ rows: Tensor) -> Tensor {
    var all = Tensor(zeros: [counts.count * order.count, rows.shape[1]])
    for (i, place) in self.rows.enumerated() { all[place..<place + 1] = rows[i..<i + 1] }
    return all.reshaped(to: [counts.count, order.count, -1])
  }
}

extension RecurrentLayer {
  /// Returns h of each sequence after its last step, `[N, H]`, in the order in which the sequences came.
  /// What is padded is not computed.
  ///
  /// - Parameter packed: The rows of N sequences, as `packing` has them.
  public func lastOutputs(_ packed: Tensor, _ packing: Packing) -> Tensor {
    // One sequence after the other.
    let places = packing.rows.enumerated().map { ($1, $0) }
    let count = packing.order.count
    let last = (0..<count).map { n -> Tensor in
      let own = places.filter { $0.0 % count == n }.map(\.1)
      guard !own.isEmpty else { return Tensor(zeros: [1, units]) }
      return forward(packed.rows(at: own).expandingAxis(at: 1)).state[0]
    }
    return Tensor(concatenating: last, along: 0)
  }
}
