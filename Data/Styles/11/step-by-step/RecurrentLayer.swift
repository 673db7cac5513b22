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
    var state = state ?? []
    while state.count < cell.stateCount { state.append(Tensor(zeros: [count, units])) }
    var outputs: [Tensor] = []
    var befores: [Tensor] = []
    var caches: [[Tensor]] = []
    let flags = keep.map { Tensor($0).expandingAxis(at: 2) }
    for t in 0..<steps {
      let a = x.row(t).matmul(inputWeights) + bias
      let u = state[0].matmul(recurrentWeights)
      let (next, cache) = cell.forward(input: a, recurrent: u, state: state)
      befores.append(state[0])
      caches.append(cache)
      for i in 0..<cell.stateCount {
        if let kept = flags?.row(t) {
          state[i] += kept * (next[i] - state[i])
        } else {
          state[i] = next[i]
        }
      }
      outputs.append(state[0])
    }
    let shape = [steps, count, units]
    return (
      Tensor(concatenating: outputs, along: 0).reshaped(to: shape), state,
      SequenceCache(
        x: x, before: Tensor(concatenating: befores, along: 0).reshaped(to: shape), steps: caches,
        keep: flags)
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
    var x = Tensor(zerosLike: cache.x)
    var w = Tensor(zerosLike: inputWeights)
    var u = Tensor(zerosLike: recurrentWeights)
    var b = Tensor(zerosLike: bias)
    var later = (0..<cell.stateCount).map { i in
      upstreamState?[i] ?? Tensor(zeros: [cache.x.shape[1], units])
    }
    for t in stride(from: cache.steps.count - 1, through: 0, by: -1) {
      later[0] = later[0] + upstream.row(t)
      var through = later
      var past = later.map { Tensor(zerosLike: $0) }
      if let kept = cache.keep?.row(t) {
        past = later.map { $0 * (1 - kept) }
        through = later.map { $0 * kept }
      }
      let step = cell.backward(through, cache: cache.steps[t])
      x[t..<t + 1] = step.input.matmul(inputWeights.transposed()).expandingAxis(at: 0)
      w += cache.x.row(t).transposed().matmul(step.input)
      u += cache.before.row(t).transposed().matmul(step.recurrent)
      b += step.input.sum(along: 0)
      for i in later.indices { later[i] = past[i] + step.state[i] }
      later[0] += step.recurrent.matmul(recurrentWeights.transposed())
      if let chunk, t.isMultiple(of: chunk), t != 0 { later = later.map { 0 * $0 } }
    }
    return SequenceGradients(
      x: x, inputWeights: w, recurrentWeights: u, bias: b, state: later)
  }
}
