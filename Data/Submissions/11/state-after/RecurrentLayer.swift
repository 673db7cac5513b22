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
    let inputs = (x.reshaped(to: [steps * count, -1]).matmul(inputWeights) + bias)
      .reshaped(to: [steps, count, -1])  // [T, N, G · H]
    let flags = keep.map { Tensor($0).reshaped(to: [steps, count, 1]) }
    let start = state ?? (0..<cell.stateCount).map { _ in Tensor(zeros: [count, units]) }
    var (state, outputs, caches) = (start, [start[0]], [[Tensor]]())
    for t in 0..<steps {
      var (new, cache) = cell.forward(
        input: inputs.row(t), recurrent: state[0].matmul(recurrentWeights), state: state)
      if let flags {
        let kept = flags.row(t)  // [N, 1]
        for i in new.indices { new[i] = kept * new[i] + (1 - kept) * state[i] }
      }
      state = new
      outputs.append(state[0])
      caches.append(cache)
    }
    let all = Tensor(concatenating: outputs, along: 0).reshaped(to: [steps + 1, count, units])
    return (
      all[1...], state,
SequenceCache(x: x, before: all[1...], steps: caches, keep: flags)
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
    let (steps, count) = (cache.x.shape[0], cache.x.shape[1])
    let none = Tensor(zeros: [count, units])
    var state = upstreamState ?? (0..<cell.stateCount).map { _ in none }
    var (inputs, recurrents): ([Tensor], [Tensor]) = ([], [])
    for t in (0..<steps).reversed() {
      state[0] = state[0] + upstream.row(t)
      let kept = cache.keep?.row(t)
      let (input, recurrent, direct) = cell.backward(
        kept.map { kept in state.map { kept * $0 } } ?? state, cache: cache.steps[t])
      inputs.append(input)
      recurrents.append(recurrent)
      let old = state
      state = direct
      state[0] += recurrent.matmul(recurrentWeights.transposed())
      if let kept {
        for i in state.indices { state[i] += (1 - kept) * old[i] }
      }
      if let chunk, t > 0, t % chunk == 0 { state = state.map { Tensor(zerosLike: $0) } }
    }
    let a = Tensor(concatenating: inputs.reversed(), along: 0)  // [T · N, G · H]
    let u = Tensor(concatenating: recurrents.reversed(), along: 0)
    return SequenceGradients(
      x: a.matmul(inputWeights.transposed()).reshaped(to: cache.x.shape),
      inputWeights: cache.x.reshaped(to: [steps * count, -1]).transposed().matmul(a),
      recurrentWeights: cache.before.reshaped(to: [steps * count, -1]).transposed().matmul(u),
      bias: a.sum(along: 0), state: state)
  }
}
