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
    let (steps, count, width) = (x.shape[0], x.shape[1], x.shape[2])
    let flat = x.reshaped(to: [steps * count, width])
    let sums = (flat.matmul(inputWeights) + bias).reshaped(to: [steps, count, bias.count])
    var now = state ?? [Tensor](
      repeating: Tensor(zeros: [count, units]), count: cell.stateCount)
    let mask = keep.map { Tensor($0).reshaped(to: [steps, count, 1]) }
    var (before, after): ([Tensor], [Tensor]) = ([], [])
    var caches: [[Tensor]] = []
    for t in 0..<steps {
      before.append(now[0])
      let (next, cache) = cell.forward(
        input: sums.row(t), recurrent: now[0].matmul(recurrentWeights), state: now)
      _ = cache
      caches.append([sums.row(t)] + now)
      if let m = mask?.row(t) {
        now = zip(next, now).map { new, old in new * m + old * (1 - m) }
      } else {
        now = next
      }
      after.append(now[0])
    }
    func stacked(_ list: [Tensor]) -> Tensor {
      list.isEmpty
        ? Tensor(zeros: [0, count, units])
        : Tensor(concatenating: list, along: 0).reshaped(to: [steps, count, units])
    }
    return (
      stacked(after), now,
      SequenceCache(x: x, before: stacked(before), steps: caches, keep: mask)
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
    let (steps, count, width) = (cache.x.shape[0], cache.x.shape[1], cache.x.shape[2])
    let columns = bias.count
    var flow = upstreamState ?? [Tensor](
      repeating: Tensor(zeros: [count, units]), count: cell.stateCount)
    var (atInput, atRecurrent): ([Tensor], [Tensor]) = ([], [])
    for t in (0..<steps).reversed() {
      flow[0] = flow[0] + upstream.row(t)
      var (da, du, old) = cell.backward(flow, cache: cell.forward(
          input: cache.steps[t][0], recurrent: cache.steps[t][1].matmul(recurrentWeights),
          state: Array(cache.steps[t][1...])).cache)
      if let m = cache.keep?.row(t) {
        da = da * m
        du = du * m
        old = zip(old, flow).map { new, passed in new * m + passed * (1 - m) }
      }
      old[0] = old[0] + du.matmul(recurrentWeights.transposed())
      atInput.append(da)
      atRecurrent.append(du)
      flow = old
      if let chunk, t > 0, t % chunk == 0 { flow = flow.map { Tensor(zerosLike: $0) } }
    }
    if steps == 0 {
      return SequenceGradients(
        x: Tensor(zerosLike: cache.x), inputWeights: Tensor(zerosLike: inputWeights),
        recurrentWeights: Tensor(zerosLike: recurrentWeights), bias: Tensor(zerosLike: bias),
        state: flow)
    }
    let da = Tensor(concatenating: atInput.reversed(), along: 0)  // [T · N, G · H]
    let du = Tensor(concatenating: atRecurrent.reversed(), along: 0)
    let flat = cache.x.reshaped(to: [steps * count, width])
    let before = cache.before.reshaped(to: [steps * count, units])
    return SequenceGradients(
      x: da.matmul(inputWeights.transposed()).reshaped(to: cache.x.shape),
      inputWeights: flat.transposed().matmul(da).reshaped(to: [width, columns]),
      recurrentWeights: before.transposed().matmul(du), bias: da.sum(along: 0), state: flow)
  }
}
