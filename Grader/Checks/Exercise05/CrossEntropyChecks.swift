import Doorway
import Grading
import Tensors

private let crossEntropy = LayerContract(
  .crossEntropy,
  small: smallLogits(of: [[0], [1], [1, 0]], classes: 2) + smallLogits(of: [[2, 0]], classes: 3)
) { exam in
  let (n, c) = (exam.counts(3, in: 3...6), exam.counts(3, in: 3...6))
  return [(n[0], c[0]), (1, c[1]), (c[2], c[2]), (n[1], 2), (exam.prime(), 3)].map {
    count, classes in
    var labels = exam.labels(count, classes: classes)
    (labels[count - 1], labels[0]) = (0, classes - 1)
    var logits = exam.normal([count, classes], deviation: 2)
    // Sure of itself, and wrong.
    logits[0, classes - 1] -= exam.number(in: 30...60)
    return LabeledLogits(logits, labels: labels)
  }
}

/// Logits of round numbers for each list of labels.
private func smallLogits(of labels: [[Int]], classes: Int) -> [LabeledLogits] {
  labels.map { LabeledLogits(SmallCases.tensor([$0.count, classes]), labels: $0) }
}

let crossEntropyChecks = [
  crossEntropy.check(
    "05.crossEntropy.forward", .outputs, points: 3,
    claim: "the loss is the mean over the samples of -log p(label)",
    hints: [
      "max, sum and mean along axis 1 look at one sample at a time.",
      "Of each row one entry is wanted, that of its label: look for 'gathered' among the tensors.",
    ]),

  crossEntropy.check(
    "05.crossEntropy.extremes", .both, points: 3,
    claim: "logits of ±1000 give a loss and a gradient that are numbers",
    hints: [
      "e¹⁰⁰⁰ overflows. What becomes of the softmax when one number is subtracted from a whole row?",
      "The logarithm of a probability that is 0 is infinite: can you do without that logarithm?",
    ], alone: true,
    small: [1, 0].map { LabeledLogits(Tensor([[1000, 0]]), labels: [$0]) }
  ) { $0.extremeLogits() },

  crossEntropy.check(
    "05.crossEntropy.gradient", .gradients(), points: 5,
    claim: "the gradient at the logits is that of the mean loss",
    hints: [
      "Where does the 1/N of the mean go when the loss is differentiated?",
      "Tensor(oneHot:count:) makes the rows to subtract.",
    ]),

  crossEntropy.check(
    "05.crossEntropy.two-classes", .both, points: 1,
    claim: "with two classes it is the binary cross-entropy, of the sigmoid of z₁ - z₀",
    hints: [
      "Divide p₁ = e^z₁ / (e^z₀ + e^z₁) by e^z₁, above and below. What is left is a sigmoid: of what?"
    ], alone: true, small: smallLogits(of: [[0], [1], [1, 0]], classes: 2)
  ) {
    $0.logitsOfTwo()
  } proving: { exam in
    for logits in exam.logitsOfTwo() {
      let run = LayerRun([logits], waysBack: [WayBack(0, upstream: [])])
      let answer = try exam.ask(.crossEntropy, run)
      let (loss, gradient) = logits.binaryCrossEntropy
      try exam.expect(
        abs(answer.outputs[0] - loss) < 1e-12, "the loss is not the binary cross-entropy")
      try exam.expect(
        abs(answer.gradients[0] - gradient).max() < 1e-12,
        "the gradient is not that of the binary cross-entropy")
    }
  },
]

extension LabeledLogits {
  /// The mean of -log σ(±(z₁ - z₀)), and its gradient at the logits of two classes.
  fileprivate var binaryCrossEntropy: (loss: Double, gradient: Tensor) {
    let (n, y) = (Double(labels.count), Tensor(labels))
    let scores = logits.transposed().row(1) - logits.transposed().row(0)
    let surprise = max(scores, 0) - scores * y + log(1 + exp(-abs(scores)))
    let slopes = (1 / (1 + exp(-scores)) - y) / n
    return (
      surprise.mean(),
      Tensor(concatenating: [-slopes, slopes].map { $0.expandingAxis(at: 1) }, along: 1)
    )
  }
}

extension Examination {
  /// Batches of two classes: both kinds of labels, a single sample, more than a few.
  fileprivate func logitsOfTwo() -> [LabeledLogits] {
    [count(in: 4...7), 1, prime()].map { n in
      var labels = labels(n, classes: 2)
      if n > 1 { (labels[0], labels[n - 1]) = (0, 1) }
      return LabeledLogits(normal([n, 2], deviation: 3), labels: labels)
    }
  }

  /// Rows far above and far below 0, in one batch; differences that no exponential survives; ties.
  fileprivate func extremeLogits() -> [LabeledLogits] {
    let (a, b, c) = (
      number(in: 800...1500), number(in: 800...1500), number(in: 0.5...2)
    )
    let sure = Tensor([[a, -a, 0], [-b, b, b - c], [-a, -a, -a]])
    let levels = normal([4, 3]) + Tensor([[a], [-b], [0], [number(in: 200...600)]])
    let ties = Tensor(repeating: c, shape: [2, 4])
    return [
      LabeledLogits(sure, labels: [0, 1, 2]), LabeledLogits(sure, labels: [1, 0, 0]),
      // By itself: infinite to one who forgets to shift, not a number to one who divides first.
      LabeledLogits(Tensor([[a, -a, 0]]), labels: [0]),
      LabeledLogits(levels, labels: labels(4, classes: 3)),
      LabeledLogits(ties, labels: labels(2, classes: 4)),
    ]
  }
}
