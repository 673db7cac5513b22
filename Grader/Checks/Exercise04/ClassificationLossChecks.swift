import Doorway
import Grading
import Tensors

private let bce = LayerContract(.bce, small: smallBits) { exam in
  let n = exam.counts(3, in: 3...6)
  return [[n[0], 1], [n[1], 2], [1, 1], [n[2], n[2]], [exam.prime(), 1]].map { shape in
    JudgedOutputs(exam.normal(shape, deviation: 2), targets: exam.bits(shape))
  }
}

private let smallBits = [[[1.0]], [[0]], [[1], [0]], [[1, 0]], [[1, 0], [0, 1]]].map { bits in
  let targets = Tensor(bits)
  return JudgedOutputs(SmallCases.tensor(targets.shape), targets: targets)
}

let bceChecks = [
  bce.check(
    "04.bce.forward", .outputs, points: 4,
    claim:
      "the loss is the mean of -log p where the target is 1, and of -log (1 - p) where it is 0",
    hints: [
      "Write -log p and -log (1 - p) by the score z. What have they in common?",
      "What should the loss be where all scores are 0?",
    ]),

  bce.check(
    "04.bce.extremes", .both, points: 3,
    claim: "a score of 1000 on the wrong side costs 1000, and its gradient is not 0",
    hints: [
      "What is 1 - p to a computer when z is 40? And log of that?",
      "log (1 + eᶻ) for a large z is almost z. Which number can you take out of it beforehand?",
    ], alone: true,
    small: [0.0, 1].map { JudgedOutputs(Tensor([[1000]]), targets: Tensor([[$0]])) }
  ) { exam in
    let sizes = [24.0...36, 38...100, 711...800, 1000...1e5].map { exam.number(in: $0) }
    let scores = sizes.flatMap { [$0, -$0] }
    let column = Tensor(scores).reshaped(to: [-1, 1])
    return [
      JudgedOutputs(column, targets: Tensor(column .< 0)),
      JudgedOutputs(column, targets: Tensor(column .> 0)),
      JudgedOutputs(column.reshaped(to: [2, 4]), targets: exam.bits([2, 4])),
      // Of one sign only: which of the two exponentials overflows is seen.
      JudgedOutputs(abs(column), targets: exam.bits(column.shape)),
      JudgedOutputs(-abs(column), targets: exam.bits(column.shape)),
      JudgedOutputs(Tensor(zeros: [3, 1]), targets: Tensor([[1], [0], [1]])),
      // Alone, where even a slope of 2 · 10⁻⁹ is too much.
      JudgedOutputs(Tensor([[-sizes[0]]]), targets: Tensor([[0]])),
    ]
  },

  bce.check(
    "04.bce.gradient", .gradients(), points: 5,
    claim: "the gradient at the scores is (p - target), and carries the 1/(N·M) of the mean",
    hints: [
      "dL/dz = dL/dp · dp/dz. What is the slope of the sigmoid, written by p?",
      "Where does the mean go when the loss is differentiated?",
    ]),
]

private let softmax = LayerContract(.softmax, small: smallClasses) { exam in
  let (n, c) = (exam.counts(3, in: 3...6), exam.counts(3, in: 3...6))
  return [(n[0], c[0]), (1, c[1]), (c[2], c[2]), (n[1], 2), (exam.prime(), 3)].map {
    exam.classed(exam.normal([$0, $1], deviation: 2))
  }
}

private let smallClasses = [([0], 2), ([1], 2), ([1, 0], 2), ([2, 0], 3)].map { labels, classes in
  JudgedOutputs(
    SmallCases.tensor([labels.count, classes]), targets: Tensor(oneHot: labels, count: classes))
}

let softmaxChecks = [
  softmax.check(
    "04.softmax.forward", .outputs, points: 4,
    claim: "the loss is the mean over the samples of -log p at the one-hot target",
    hints: [
      "max and sum along axis 1 look at one sample at a time.",
      "Which entries does a product with one-hot rows leave over?",
    ]),

  softmax.check(
    "04.softmax.extremes", .both, points: 2,
    claim: "scores of ±1000 give a loss and a gradient that are numbers",
    hints: [
      "e¹⁰⁰⁰ overflows. What becomes of the softmax when one number is taken from a whole row?",
      "The logarithm of a p that was rounded to 0 is infinite: can you do without that logarithm?",
    ], alone: true,
    small: [[[1.0, 0]], [[0, 1]]].map {
      JudgedOutputs(Tensor([[1000, 0]]), targets: Tensor($0))
    }
  ) { exam in
    let (a, b) = (exam.number(in: 800...1500), exam.number(in: 800...1500))
    let levels = exam.normal([4, 3]) + Tensor([[a], [-b], [0], [exam.number(in: 200...600)]])
    return [
      exam.classed(Tensor([[a, -a, 0], [-b, b, b - 1], [-a, -a, -a], [a, 0, -b]])),
      exam.classed(levels), exam.classed(Tensor(repeating: b / 1000, shape: [2, 4])),
    ]
  },

  softmax.check(
    "04.softmax.gradient", .gradients(), points: 3,
    claim: "the gradient at the scores is (p - target) / N",
    hints: [
      "Compare it with that of the binary cross-entropy: what is the same?",
      "The loss is a mean over the samples. How many are there?",
    ]),
]

extension Examination {
  /// Zeros and ones, both of them where there is room.
  fileprivate func bits(_ shape: [Int]) -> Tensor {
    let count = shape.reduce(1, *)
    let bits = (0..<count).map { $0.isMultiple(of: 2) ? 1.0 : 0 }.shuffled(using: &generator)
    return Tensor(shape: shape, scalars: bits)
  }

  /// Scores with one-hot targets, the first and the last class among them.
  fileprivate func classed(_ scores: Tensor) -> JudgedOutputs {
    let (n, classes) = (scores.shape[0], scores.shape[1])
    var labels = labels(n, classes: classes)
    (labels[n - 1], labels[0]) = (0, classes - 1)
    return JudgedOutputs(scores, targets: Tensor(oneHot: labels, count: classes))
  }
}
