import Tensors

/// Two layers over the same sequences: one reads from the first step to the last, the other from the last to
/// the first.
///
/// | name      | shape            | meaning                                                       |
/// | --------- | ---------------- | ------------------------------------------------------------- |
/// | `x`       | `[T, N, D]`      | T steps of N sequences                                        |
/// | `keep`    | `[T, N]`         | true where there is a step                                    |
/// | `outputs` | `[T, N, H₁ + H₂]` | at t: h of the first that has read x[0] … x[t], then h of the second that has read x[T - 1] … x[t] |
/// | `last`    | `[N, H₁ + H₂]`   | h of each when it has read all                                |
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
    let first = ahead.forward(x, keep: keep)
    let flipped = keep.map { keep in
      Mask(
        shape: keep.shape,
        (0..<keep.shape[0]).reversed().flatMap { t in
          (0..<keep.shape[1]).map { keep[t, $0] }
        })
    }
_ = flipped
let second = back.forward(x.flipped(along: [0]), keep: keep)
    return (
      Tensor(concatenating: [first.outputs, second.outputs.flipped(along: [0])], along: 2),
      Tensor(concatenating: [first.state[0], second.state[0]], along: 1),
      [first.cache, second.cache]
    )
  }

  /// Returns the gradients at `x`, and at W, U and b of the first layer and of the second, given those at
  /// the outputs and at `last`.
  public func backward(
    _ upstream: Tensor, last: Tensor, caches: [SequenceCache]
  ) -> (x: Tensor, parameters: [Tensor]) {
    let outputs = upstream.transposed(permuting: [2, 0, 1])  // [H₁ + H₂, T, N]
    let ends = last.transposed()
    let split = ahead.units
    func half(_ units: Range<Int>) -> (outputs: Tensor, end: Tensor) {
      (outputs[units].transposed(permuting: [1, 2, 0]), ends[units].transposed())
    }
    func state(_ layer: RecurrentLayer, _ end: Tensor) -> [Tensor] {
      [end] + (1..<layer.cell.stateCount).map { _ in Tensor(zerosLike: end) }
    }
    let (first, second) = (half(0..<split), half(split..<last.shape[1]))
    let a = ahead.backward(
      first.outputs, state: state(ahead, first.end), cache: caches[0])
    let b = back.backward(
      second.outputs.flipped(along: [0]), state: state(back, second.end), cache: caches[1])
    return (a.x + b.x.flipped(along: [0]), a.parameters + b.parameters)
  }
}
