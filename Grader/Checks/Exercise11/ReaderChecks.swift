import Doorway
import Grading
import Tensors

private let norms = FunctionContract(
  .stateNorms, forward: "stateGradientNorms", small: SmallSequences.norms(of: [.rnn])
) { exam in
  let n = exam.counts(2, in: 2...4)
  // Far from 0, and the cell hears no more of it.
  var large = exam.norms(.given, steps: 3, count: 2)
  (large.x, large.upstream) = (40 * large.x, 40 * large.upstream)
  large.weights.w *= 0.025
  return [
    exam.norms(.given, steps: n[0], count: n[1]), exam.norms(.given, steps: 1, count: 2),
    exam.norms(.given, steps: 12, count: 1), large,
  ]
}

private let cellNorms = FunctionContract(
  .stateNorms, forward: "stateGradientNorms", small: SmallSequences.norms(of: [.rnn, .lstm, .gru])
) { exam in
  [CellKind.rnn, .lstm, .gru].map { exam.norms($0, steps: 30, count: 2) }
}

let normChecks11 = [
  norms.check(
    "11.norms.steps", points: 1,
    claim: "T + 1 norms tell how much of the gradient at the last state arrives before each step",
    uses: ["11.layer.state"],
    hints: [
      "The last of the norms is that of upstream itself. And the first?",
      "The state may be h and c: one norm for both together.",
    ]),

  cellNorms.check(
    "11.norms.cells", points: 2,
    claim:
      "measured over 30 steps, the gradient of your RNN, your LSTM and your GRU is as it should be",
    buildsOn: ["11.norms.steps"],
    uses: ["11.rnn.gradient", "11.lstm.gradient", "11.gru.gradient"],
    hints: ["Each step multiplies by much the same. Whose factor is nearest to 1, and why?"]),
]

private let logits = FunctionContract(
  .sentenceLogits, forward: "SentenceClassifier.forward", small: SmallSequences.readers
) {
  $0.readers()
}

private let loss = LayerContract(
  .sentenceLoss, forward: "SentenceClassifier.loss", backward: "the gradients of the loss",
  small: SmallSequences.readers
) {
  $0.readers()
}

let sentenceChecks = [
  logits.check(
    "11.classifier.logits", points: 2,
    claim: "sentences of any lengths are read to their ends, and h decides",
    uses: ["11.embedding.forward", "11.padding.tokens", "11.layer.keep"],
    hints: [
      "A short sentence must come out the same whether it is alone or beside a long one.",
      "The layer returns its state after the last step. Which part of it is read out?",
    ]),

  loss.check(
    "11.classifier.gradient", .both, points: 3,
    claim: "the loss is the mean cross-entropy, with its gradient at all six parameters",
    uses: [
      "11.classifier.logits", "11.embedding.gradient", "11.layer.gradient",
      "11.layer.keep-gradient",
    ],
    hints: [
      "Nothing looks at the outputs before the last. What is the gradient there?",
      "What comes back at x is [T, N, D], and the table wants [T · N, D].",
    ]),
]

private let steps = OptimizerContract(
  .clippedStep, keeps: "norm",
  small: [1, 100].map { ClippingStep(learningRate: 0.5, momentum: 0.5, maximumNorm: $0) })

let clippedStepChecks = [
  steps.check(
    "11.step.clipped", steps: 12, state: true, points: 1,
    claim:
      "the optimizer gets gradients that were clipped together, and the norm comes back as it was",
    hints: [
      "Is the norm that you return the one before clipping?",
      "The optimizer is inout: does it remember what it has learnt?",
    ]
  ) { exam, optimizer, step in
    ClippingStep(
      learningRate: exam.number(in: 0.01...0.2), momentum: exam.number(in: 0.5...0.9),
      maximumNorm: (optimizer + step).isMultiple(of: 3) ? 1e5 : exam.number(in: 0.5...3))
  },

  steps.check(
    "11.step.notNumbers", steps: 8, points: 1,
    claim: "where the norm is infinite or NaN nothing moves, and the optimizer hears nothing of it",
    buildsOn: ["11.step.clipped"],
    hints: ["A velocity that was NaN once is NaN for ever. When may the optimizer be asked?"],
    also: { exam, run in
      for i in run.courses.indices {
        for (step, value) in [(1, Double.nan), (3, .infinity), (4, -.infinity)]
        where step < run.courses[i].steps.count {
          var gradient = run.courses[i].steps[step].gradients[0]
          let place = exam.count(in: 0...gradient.count - 1)
          var entries = gradient.scalars
          entries[place] = value
          gradient = Tensor(shape: gradient.shape, scalars: entries)
          run.courses[i].steps[step].gradients[0] = gradient
        }
      }
    }
  ) { exam, _, _ in
    ClippingStep(
      learningRate: exam.number(in: 0.01...0.2), momentum: exam.number(in: 0.5...0.9),
      maximumNorm: exam.number(in: 0.5...3))
  },
]

extension Examination {
  fileprivate func norms(_ cell: CellKind, steps: Int, count: Int) -> NormsInput {
    let units = self.count(in: 2...4)
    return NormsInput(
      cell, normal([steps, count, 2]), recurrentWeights(cell, inputs: 2, units: units),
      upstream: normal([count, units]))
  }

  /// A table; W, U and b; and an affine layer.
  func readerParameters(words: Int, width: Int, units: Int, classes: Int) -> [Tensor] {
    let weights = recurrentWeights(.given, inputs: width, units: units)
    return [
      normal([words, width]), weights.w, weights.u, weights.b, normal([units, classes]),
      normal([classes]),
    ]
  }

  fileprivate func readers() -> [ReaderInput] {
    func input(_ lengths: [Int], width: Int, units: Int, classes: Int) -> ReaderInput {
      ReaderInput(
        readerParameters(words: 6, width: width, units: units, classes: classes),
        lengths.map { labels($0, classes: 6) }, labels: labels(lengths.count, classes: classes))
    }
    let n = counts(3, in: 1...5)
    return [
      input(n, width: 2, units: 3, classes: 3), input([4], width: 3, units: 2, classes: 2),
      input([3, 3], width: 1, units: 2, classes: 4), input([3, 3], width: 1, units: 2, classes: 4),
      input([1, 5, 2, 5], width: 2, units: 2, classes: 2),
      input([1, 1, 1], width: 2, units: 1, classes: 3),
      input([30, 2, 17], width: 2, units: 2, classes: 2),
    ]
  }
}
