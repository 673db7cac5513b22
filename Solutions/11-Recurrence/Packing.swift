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
    // begin 11.17: What a sort does with equal ones is not promised. Give it something to decide by.
    let order = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    let counts = (0..<(lengths.max() ?? 0)).map { t in lengths.count { $0 > t } }
    self.init(
      order: order, counts: counts,
      rows: counts.enumerated().flatMap { t, count in
        order.prefix(count).map { t * lengths.count + $0 }
      })
    // end
  }

  /// Returns the rows of `x` `[T, N, D]` that are there, `[Σ lengths, D]`.
  public func packed(_ x: Tensor) -> Tensor {
    // begin 11.18: One line, with rows(at:).
    x.reshaped(to: [x.shape[0] * x.shape[1], -1]).rows(at: rows)
    // end
  }

  /// Returns packed rows in their places, `[T, N, D]`, and zeros elsewhere.
  public func unpacked(_ rows: Tensor) -> Tensor {
    // begin 11.19: The way back of rows(at:) does just this.
    let (steps, count, width) = (counts.count, order.count, rows.shape[1])
    var all = Tensor(zeros: [steps * count, width])
    all.add(rows, toRows: self.rows)
    return all.reshaped(to: [steps, count, width])
    // end
  }
}

extension RecurrentLayer {
  /// Returns h of each sequence after its last step, `[N, H]`, in the order in which the sequences came.
  /// What is padded is not computed.
  ///
  /// - Parameter packed: The rows of N sequences, as `packing` has them.
  public func lastOutputs(_ packed: Tensor, _ packing: Packing) -> Tensor {
    // begin 11.20: At each step the batch is as large as counts says. Whoever falls out has finished.
    let inputs = packed.matmul(inputWeights) + bias
    var state = (0..<cell.stateCount).map { _ in Tensor(zeros: [packing.order.count, units]) }
    var finished: [Tensor] = []
    var start = 0
    for count in packing.counts {
      finished.insert(state[0][count...], at: 0)
      state = state.map { $0[..<count] }
      state =
        cell.forward(
          input: inputs[start..<start + count], recurrent: state[0].matmul(recurrentWeights),
          state: state
        ).state
      start += count
    }
    let sorted = Tensor(concatenating: [state[0]] + finished, along: 0)
    var places = packing.order
    for (place, n) in packing.order.enumerated() { places[n] = place }
    return sorted.rows(at: places)
    // end
  }
}
