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
    let (steps, count) = (x.shape[0], x.shape[1])
    let turned = keep.map { keep in
      let flags = Tensor(keep).flipped(along: [0]).scalars.map { $0 == 1 }
      return Mask(shape: [steps, count], flags)
    }
    let (left, leftState, leftCache) = ahead.forward(x, keep: keep)
    let (right, rightState, rightCache) = back.forward(x.flipped(along: [0]), keep: turned)
    let outputs = (0..<steps).map { t in
      left.row(t).concatenated(with: right.row(steps - 1 - t), along: 1)
    }
    return (
      Tensor(concatenating: outputs, along: 0).reshaped(to: [steps, count, -1]),
      leftState[0].concatenated(with: rightState[0], along: 1), [leftCache, rightCache]
    )
  }

  /// Returns the gradients at `x`, and at W, U and b of the first layer and of the second, given those at
  /// the outputs and at `last`.
  public func backward(
    _ upstream: Tensor, last: Tensor, caches: [SequenceCache]
  ) -> (x: Tensor, parameters: [Tensor]) {
    func columns(_ x: Tensor, _ range: Range<Int>) -> Tensor {
      let rows = x.reshaped(to: [-1, x.shape[x.rank - 1]]).transposed()
      return rows[range].transposed().reshaped(to: x.shape.dropLast() + [range.count])
    }
    let split = ahead.units..<ahead.units + back.units
    var results: [SequenceGradients] = []
    for (i, layer) in [ahead, back].enumerated() {
      let range = i == 0 ? 0..<ahead.units : split
      let outputs = columns(upstream, range)
      var state = [columns(last, range)]
      while state.count < layer.cell.stateCount { state.append(0 * state[0]) }
      results.append(
        layer.backward(
          i == 0 ? outputs : outputs.flipped(along: [0]), state: state, cache: caches[i]))
    }
    return (
      results[0].x + results[1].x.flipped(along: [0]), results.flatMap { $0.parameters }
    )
  }
}
