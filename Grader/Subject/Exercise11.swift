import Doorway
import Exercise05
import Exercise11
import Tensors

/// How each question of exercise 11 is answered with the student's code.
func answersOfExercise11() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answers.to(.embedding) { run in
    run.trace {
      (Embedding(weights: $0.weights).forward($0.words), ())
    } backward: { input, upstream, _ in
      Embedding(weights: input.weights).backward(upstream[0], words: input.words)
    }
  }
  answers.to(.rnnCell) { follow($0, with: RNNCell()) }
  answers.to(.lstmCell) { follow($0, with: LSTMCell()) }
  answers.to(.gruCell) { follow($0, with: GRUCell()) }
  answers.to(.startingBiases) { _ in
    TensorList(
      [RNNCell().startingBiases, LSTMCell().startingBiases, GRUCell().startingBiases].map {
        Tensor($0)
      })
  }
  answerSequences11(&answers)
  answerBatches11(&answers)
  answerModels11(&answers)
  answerOwn11(&answers)
  return answers
}

private func follow(
  _ run: LayerRun<CellInput>, with cell: any Cell
) -> LayerTrace<StateTensors, CellGradients> {
  run.trace { input in
    let (state, cache) = cell.forward(
      input: input.input, recurrent: input.recurrent, state: input.state)
    return (StateTensors(state), cache)
  } backward: { _, upstream, cache in
    let (input, recurrent, state) = cell.backward(upstream, cache: cache)
    return CellGradients(input: input, recurrent: recurrent, state: state)
  }
}

extension CellKind {
  var cell: any Cell {
    switch self {
    case .rnn: RNNCell()
    case .lstm: LSTMCell()
    case .gru: GRUCell()
    case .given: GivenCell()
    }
  }
}

extension RecurrentLayer {
  init(_ kind: CellKind, _ weights: RecurrentWeights) {
    self.init(
      cell: kind.cell, inputWeights: weights.w, recurrentWeights: weights.u, bias: weights.b)
  }
}

/// Ours, so that a wrong cell of the student's costs its own checks only: with both kinds of state, with
/// gates of which `input` and `recurrent` receive different gradients, and with bounds, so that long sequences
/// go well.
///
///     s' = s / 2 + k(a₂) · k(u₂)      h' = k(a₁ + u₁) + 0.3 · h · k(s')      k(x) = x / √(1 + x²)
struct GivenCell: Cell {
  var startingBiases: [Double] { [0.25, -0.5] }
  var stateCount: Int { 2 }

  func forward(
    input: Tensor, recurrent: Tensor, state: [Tensor]
  ) -> (state: [Tensor], cache: [Tensor]) {
    let (a, u) = (input.gates(2), recurrent.gates(2))
    let sum = a[0] + u[0]
    let s = 0.5 * state[1] + bent(a[1]) * bent(u[1])
    return ([bent(sum) + 0.3 * state[0] * bent(s), s], [sum, a[1], u[1], state[0], s])
  }

  func backward(
    _ upstream: [Tensor], cache: [Tensor]
  ) -> (input: Tensor, recurrent: Tensor, state: [Tensor]) {
    let (sum, a, u, old, s) = (cache[0], cache[1], cache[2], cache[3], cache[4])
    let whole = upstream[1] + 0.3 * old * slope(s) * upstream[0]
    let first = upstream[0] * slope(sum)
    return (
      Tensor(gates: [first, whole * slope(a) * bent(u)]),
      Tensor(gates: [first, whole * bent(a) * slope(u)]),
      [0.3 * bent(s) * upstream[0], 0.5 * whole]
    )
  }

  private func bent(_ x: Tensor) -> Tensor { x / sqrt(1 + x * x) }

  private func slope(_ x: Tensor) -> Tensor { pow(1 + x * x, -1.5) }
}
