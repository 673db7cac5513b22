import Doorway
import Grading
import Tensors

private let leastSquares = FunctionContract(
  .leastSquares,
  small: [([0, 1], [1, 3]), ([-1, 1], [0, 4]), ([0, 1, 2], [1, 3, 2])].map {
    (x: [Double], targets: [Double]) in
    PairedInput(Tensor(x.map { [$0] }), Tensor(targets.map { [$0] }), name: "the targets")
  }
) { exam in
  let n = exam.counts(2, in: 12...16)
  return [(n[0], 2, 1), (n[1], 3, 2), (exam.prime(), 4, 1), (6, 1, 1)].map {
    exam.regression($0, $1, $2)
  }
}

let leastSquaresChecks = [
  leastSquares.check(
    "04.leastSquares.solution", points: 5,
    claim: "the closed form gives the weights at which the squared error has no slope",
    uses: ["04.classifier.biasColumn"],
    hints: [
      "The gradient is 2/N · X̃ᵀ(X̃W - targets). When is it 0? Bring W to one side.",
      "Have the samples their column of ones?",
    ]
  ) { exam in
    // Of columns far from 0, and of scales that differ.
    [exam.regression(20, 2, 1, offset: 10), exam.regression(30, 3, 1, scale: 50)]
  }
]

private let standardized = FunctionContract(
  .standardized,
  small: [([[3]], [[0], [2]]), ([[0], [2]], [[0], [2]]), ([[1, 3]], [[0, 3], [4, 1]])].map {
    (x: [[Double]], training: [[Double]]) in
    PairedInput(Tensor(x), Tensor(training), name: "training")
  }
) { exam in
  let n = exam.counts(3, in: 3...7)
  return [(n[0], n[1], 3), (n[1], n[2], 2), (1, n[0], 4), (4, 4, 4), (exam.prime(), 5, 1)].map {
    rows, others, columns in
    let (scale, offset) = (
      exam.number(in: 0.2...5), exam.normal([columns], deviation: 3)
    )
    return PairedInput(
      scale * exam.normal([rows, columns]) + offset,
      scale * exam.normal([others, columns]) + 2 * offset, name: "training")
  }
}

let standardizedChecks = [
  standardized.check(
    "04.standardized.like", points: 3,
    claim: "each column is standardised by the mean and the deviation of the training samples",
    hints: [
      "Of which samples do you take the mean: of x, or of training?",
      "The deviation is a root. Of which mean?",
    ]
  ) { exam in
    let x = exam.normal([8, 3]) * Tensor([1, 200, 0.01]) + Tensor([0, 1000, 5])
    // Far from 0, far from one another, and hardly apart.
    let training =
      exam.normal([9, 4]) * Tensor([1, 300, 1e-7, 1e-10]) + Tensor([1e5, -1e7, 0, 0])
    let others =
      exam.normal([4, 4]) * Tensor([30, 300, 1e-7, 1e-9]) + Tensor([1e5, -1e7, 0, 0])
    return [PairedInput(x, x, name: "training"), PairedInput(others, training, name: "training")]
  },

  standardized.check(
    "04.standardized.constant", points: 2,
    claim:
      "a column that is the same in all training samples is shifted, and nothing is divided by 0",
    hints: ["What is the deviation of such a column, and what comes of a division by that?"],
    alone: true, small: [PairedInput(Tensor([[5]]), Tensor([[2], [2]]), name: "training")]
  ) { exam in
    var training = exam.normal([5, 3])
    let constant = Double(exam.count(in: 2...9))
    for i in 0..<5 { training[i, 1] = constant }
    let single = Tensor([[Double(exam.count(in: 1...9)), -4]])
    // As large as bytes are.
    let large = Tensor([[137, 1], [137, 30], [137, -50]])
    return [
      PairedInput(exam.normal([4, 3]), training, name: "training"),
      PairedInput(training, training, name: "training"),
      PairedInput(exam.normal([3, 2]), single, name: "training"),
      PairedInput(100 * exam.normal([4, 2]), large, name: "training"),
    ]
  },
]

private let oneVsRest = FunctionContract(
  .oneVsRest,
  small: [([1], [0], 1), ([1, -1], [0, 1], 1), ([1, -1], [1, 0], 2)].map {
    (x: [Double], labels: [Int], epochs: Int) in
    ClassedSamples(
      x: Tensor(x.map { [$0] }), labels: labels, classes: 2, epochs: epochs, learningRate: 0.5)
  }
) { exam in
  let n = exam.counts(2, in: 9...14)
  return [(n[0], 2, 3, 15), (n[1], 3, 4, 8), (exam.prime(), 1, 2, 5), (6, 2, 3, 0)].map {
    count, inputs, classes, epochs in
    // The last class of the second has no sample.
    ClassedSamples(
      x: exam.normal([count, inputs]),
      labels: exam.labels(count, classes: classes == 4 ? 3 : classes), classes: classes,
      epochs: epochs, learningRate: exam.number(in: 0.1...0.4))
  }
}

let oneVsRestChecks = [
  oneVsRest.check(
    "04.oneVsRest.classifiers", points: 4,
    claim: "there is a classifier for each class, trained on its samples against all others",
    uses: [
      "04.classifier.biasColumn", "04.classifier.forward", "04.classifier.gradient-weights",
      "04.bce.gradient", "04.descent.step", "04.solver.steps", "04.solver.best",
    ],
    hints: [
      "For class 2: which target has a sample of class 2, and which one of class 0?",
      "Targets are [N, 1], not [N].",
    ]
  ) { exam in
    // Many epochs. Steps are never so long that the last weights are not the best: it is right to keep
    // either.
    let labels = exam.labels(8, classes: 2)
    return [
      ClassedSamples(
        x: exam.normal([8, 1]), labels: labels, classes: 2, epochs: 130, learningRate: 0.3),
      // As many, of the other class each; and far from 0.
      ClassedSamples(
        x: exam.normal([8, 1]), labels: labels.map { 1 - $0 }, classes: 2, epochs: 5,
        learningRate: 0.3),
      ClassedSamples(
        x: exam.normal([7, 2], deviation: 30), labels: exam.labels(7, classes: 3), classes: 3,
        epochs: 4, learningRate: 1e-3),
    ]
  }
]

extension Examination {
  /// Samples around a plane, so many that no column is nearly a mixture of the others.
  fileprivate func regression(
    _ n: Int, _ d: Int, _ m: Int, offset: Double = 0, scale: Double = 1
  ) -> PairedInput {
    let scales = Tensor((0..<d).map { $0 == 0 ? scale : 1 })
    let x = normal([n, d]) * scales + offset
    let targets = x.matmul(normal([d, m])).settled + normal([m]) + normal([n, m])
    return PairedInput(x, targets, name: "the targets")
  }
}
