import Tensors

/// A cell that is carried from step to step of a sequence, with the weights that it has at all of them.
///
///     a = x[t] · W + b      u = h · U      state ← cell(a, u, state)      outputs[t] = h
///
/// | name               | shape          | meaning                                              |
/// | ------------------ | -------------- | ---------------------------------------------------- |
/// | `x`                | `[T, N, D]`    | T steps of N sequences: x[t] is the batch at step t  |
/// | `inputWeights`     | `[D, G · H]`   | W                                                    |
/// | `recurrentWeights` | `[H, G · H]`   | U                                                    |
/// | `bias`             | `[G · H]`      | b: one for each gate of each unit                    |
/// | `keep`             | `[T, N]`       | true where there is a step, false where there is padding |
/// | `outputs`          | `[T, N, H]`    | h after each step                                    |
///
/// A padded step changes nothing: the state goes on as it was, and so does its gradient.
public struct RecurrentLayer: Sendable {
  public var cell: any Cell
  public var inputWeights: Tensor
  public var recurrentWeights: Tensor
  public var bias: Tensor

  public init(cell: any Cell, inputWeights: Tensor, recurrentWeights: Tensor, bias: Tensor) {
    self.cell = cell
    self.inputWeights = inputWeights
    self.recurrentWeights = recurrentWeights
    self.bias = bias
  }

  /// H, the number of units.
  public var units: Int { recurrentWeights.shape[0] }

  /// W, U and b: what an optimizer moves.
  public var parameters: [Tensor] {
    get { [inputWeights, recurrentWeights, bias] }
    set { (inputWeights, recurrentWeights, bias) = (newValue[0], newValue[1], newValue[2]) }
  }

  /// Returns the outputs, the state after the last step, and in `cache` whatever `backward` will need.
  ///
  /// - Parameter state: The state before the first step; zeros where it is nil.
  /// - Parameter keep: Which steps count; all where it is nil.
  public func forward(
    _ x: Tensor, from state: [Tensor]? = nil, keep: Mask? = nil
  ) -> (outputs: Tensor, state: [Tensor], cache: SequenceCache) {
    let (steps, count) = (x.shape[0], x.shape[1])
    let a = x.matmul(inputWeights) + bias
    var states = [
      state ?? [Tensor](repeating: Tensor(zeros: [count, units]), count: cell.stateCount)
    ]
    var caches: [[Tensor]] = []
    for t in 0..<steps {
      let old = states[t]
      let step = cell.forward(
        input: a.row(t), recurrent: old[0].matmul(recurrentWeights), state: old)
      caches.append(step.cache)
      guard let keep else {
        states.append(step.state)
        continue
      }
      let padded = Mask(
        shape: [count, units], (0..<count * units).map { !keep[t, $0 / units] })
      states.append(zip(step.state, old).map { $0.replacing(with: $1, where: padded) })
    }
    let h = Tensor(concatenating: states.map { $0[0].expandingAxis(at: 0) }, along: 0)
    return (
      h[1...], states[steps],
      SequenceCache(x: x, before: h[..<steps], steps: caches, keep: keep.map { Tensor($0) })
    )
  }

  /// Returns the gradients of the loss at everything that went in, given its gradients at the outputs
  /// (`[T, N, H]`) and at the state after the last step.
  ///
  /// - Parameter chunk: Where it is not nil, no gradient goes from step `chunk` back to the one before it,
  ///   nor from step 2 · `chunk`, and so on.
  public func backward(
    _ upstream: Tensor, state upstreamState: [Tensor]? = nil, cache: SequenceCache,
    cutEvery chunk: Int? = nil
  ) -> SequenceGradients {
    let count = cache.x.shape[1]
    var (inputs, recurrents): ([Tensor], [Tensor]) = ([], [])
    func back(_ t: Int, _ after: [Tensor]) -> [Tensor] {
      guard t >= 0 else { return after }
      var after = after
      after[0] = after[0] + upstream.row(t)
      let kept = cache.keep.map { $0.row(t).reshaped(to: [count, 1]) } ?? Tensor(ones: [count, 1])
      let (input, recurrent, direct) = cell.backward(
        after.map { $0 * kept }, cache: cache.steps[t])
      inputs.insert(input.expandingAxis(at: 0), at: 0)
      recurrents.insert(recurrent.expandingAxis(at: 0), at: 0)
      var before = zip(direct, after).map { $0 + $1 * (1 - kept) }
      before[0] += recurrent.matmul(recurrentWeights.transposed())
      let isCut = t > 0 && chunk.map { t % $0 == 0 } ?? false
      return back(t - 1, isCut ? before.map { Tensor(zerosLike: $0) } : before)
    }
    let start = (0..<cell.stateCount).map { i in
      upstreamState.map { $0[i] } ?? Tensor(zeros: [count, units])
    }
    let state = back(cache.steps.count - 1, start)
    let a = Tensor(concatenating: inputs, along: 0)
    let u = Tensor(concatenating: recurrents, along: 0)
    return SequenceGradients(
      x: a.matmul(inputWeights.transposed()),
      inputWeights: cache.x.tensordot(a, along: [0, 1], and: [0, 1]),
      recurrentWeights: cache.before.tensordot(u, along: [0, 1], and: [0, 1]),
      bias: a.sum(along: 0).sum(along: 0), state: state)
  }
}
