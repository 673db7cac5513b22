import Doorway
import Grading
import Tensors

private let embeddings = LayerContract(
  .embedding,
  small: [([0], [1, 1]), ([1], [2, 1]), ([1, 0], [2, 2]), ([1, 1], [2, 1])].map { words, shape in
    EmbeddingInput(SmallCases.tensor(shape), words: words)
  }, changesType: true
) { exam in
  let n = exam.counts(3, in: 2...6)
  func input(_ words: [Int], _ shape: [Int]) -> EmbeddingInput {
    EmbeddingInput(exam.normal(shape), words: words)
  }
  return [
    input([2, 0, 3, 1], [4, n[0]]), input(exam.labels(9, classes: 4), [4, n[1]]),
    input([0], [1, 3]),
    input([4, 4, 4], [5, n[2]]), input(exam.labels(n[0], classes: 7), [7, 1]),
    input([1, 2], [3, 3]),
    // As many words as at first, and others.
    input([3, 1, 0, 2], [4, 2]),
  ]
}

let embeddingChecks = [
  embeddings.check(
    "11.embedding.forward", .outputs, points: 2,
    claim: "each word gives its row of the table, in the order of the words",
    hints: ["Word 0 is row 0. Can the same row stand in the output more than once?"]),

  embeddings.check(
    "11.embedding.gradient", .gradients(), points: 3,
    claim: "the row of a word receives the sum over all places where it stood",
    hints: [
      "What does the row of a word receive that does not occur?",
      "gradient[row] = … forgets the first of two places. Which function of Tensors adds?",
    ]),
]

private let rnn = LayerContract(
  .rnnCell, forward: "RNNCell.forward", backward: "RNNCell.backward", small: smallSteps(of: .rnn),
  changesType: true
) {
  $0.steps(of: .rnn)
}

private let lstm = LayerContract(
  .lstmCell, forward: "LSTMCell.forward", backward: "LSTMCell.backward",
  small: smallSteps(of: .lstm), changesType: true
) {
  $0.steps(of: .lstm)
}

private let gru = LayerContract(
  .gruCell, forward: "GRUCell.forward", backward: "GRUCell.backward", small: smallSteps(of: .gru),
  changesType: true
) {
  $0.steps(of: .gru)
}

/// One unit of one sequence, then two units, then two sequences.
private func smallSteps(of cell: CellKind) -> [CellInput] {
  [[1, 1], [1, 2], [2, 1]].map { shape in
    let sums = [shape[0], cell.gates * shape[1]]
    return CellInput(
      input: 0.5 * SmallCases.tensor(sums), recurrent: 0.5 * SmallCases.tensor(sums, from: 3),
      state: (0..<cell.states).map { SmallCases.tensor(shape, from: 2 + 2 * $0) })
  }
}

let rnnChecks = [
  rnn.check(
    "11.rnn.forward", .outputs, points: 2,
    claim: "the new state of an RNN is tanh(input + recurrent)",
    hints: [
      "The product with U has been made already: it is recurrent. What is done with it and input "
        + "before the tanh?"
    ]
  ) { $0.saturatedSteps(of: .rnn) },

  rnn.check(
    "11.rnn.gradient", .gradients(), points: 3,
    claim: "input and recurrent receive the same, and the old state nothing directly",
    hints: [
      "The slope of tanh is 1 - h'², with the new state h' and not the old one. And what is it "
        + "multiplied by?",
      "The old state is in recurrent. Whoever computed that passes the gradient on.",
    ]
  ) { $0.saturatedSteps(of: .rnn) },
]

let lstmChecks = [
  Check(
    "11.lstm.start", claim: "a new LSTM starts with forget biases of 1, and all others of 0",
    points: 1,
    hints: ["There are four gates: i, f, g, o. Which of them says how much of c is kept?"]
  ) { exam in try exam.expectReference(.startingBiases, of: NoInput()) },

  lstm.check(
    "11.lstm.forward", .outputs, points: 4,
    claim: "c' = f · c + i · g and h' = o · tanh(c'), from the gates i, f, g, o in this order",
    hints: [
      "The first H columns are i, the next H are f, and so on. Which of the four is a tanh?",
      "Is it the old c or the new one whose tanh goes to h'?",
    ]
  ) { $0.saturatedSteps(of: .lstm) },

  lstm.check(
    "11.lstm.gradient", .gradients(), points: 6,
    claim: "the gradient of an LSTM goes back to all four gates and to the old c",
    uses: ["11.lstm.forward"],
    hints: [
      "c' reaches the loss by way of h', and directly. Add both before you go on to the gates.",
      "Which number was each gate multiplied by? And what is the slope of the gate itself?",
      "c' = f · c + …: what comes back to the old c?",
    ]
  ) { $0.saturatedSteps(of: .lstm) },
]

let gruChecks = [
  gru.check(
    "11.gru.forward", .outputs, points: 3,
    claim: "h' = (1 - z) · n + z · h, where r is multiplied by what comes from U",
    hints: [
      "The gates are r, z, n, in this order.",
      "Where z is 1 the old state is kept. Does r meet h, or the product of h with U?",
    ]
  ) { $0.saturatedSteps(of: .gru) },

  gru.check(
    "11.gru.gradient", .gradients(), points: 5,
    claim: "the gradient of a GRU goes back to its three gates, and to the old state directly",
    uses: ["11.gru.forward"],
    hints: [
      "n = tanh(a₃ + r · u₃): what do a₃, u₃ and r each receive?",
      "How does the old state get to h' without passing a gate of U?",
    ]
  ) { $0.saturatedSteps(of: .gru) },
]

extension Examination {
  /// Steps of many shapes: square, of one sequence, of one unit.
  fileprivate func steps(of cell: CellKind) -> [CellInput] {
    let n = counts(2, in: 2...5)
    return [[n[0], n[1]], [1, 3], [4, 1], [2, 2], [1, 1], [3, 5]].map { step(of: cell, $0) }
  }

  private func step(of cell: CellKind, _ shape: [Int], scale: Double = 1) -> CellInput {
    let sums = [shape[0], cell.gates * shape[1]]
    return CellInput(
      input: normal(sums, deviation: scale), recurrent: normal(sums, deviation: scale),
      state: (0..<cell.states).map { _ in normal(shape) })
  }

  /// Gates that are quite open or quite shut; and states too large for whoever clips them.
  fileprivate func saturatedSteps(of cell: CellKind) -> [CellInput] {
    var large = step(of: cell, [2, 3])
    large.state = large.state.map { 40 * $0 }
    return [step(of: cell, [3, 2], scale: 300), large]
  }
}
