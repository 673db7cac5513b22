import Doorway
import Grading
import Tensors

private let high = FunctionContract(.keepingHigh, small: smallThresholds) { exam in
  exam.matrices().map { x in
    RowThresholds(x - 0.5, thresholds: exam.normal([x.shape[0]]))
  }
}

private let oneHot = FunctionContract(
  .oneHot,
  small: [([0], 1), ([1], 2), ([1, 0], 2), ([2, 0], 3)].map { LooseLabels($0, classes: $1) }
) { exam in
  let n = exam.counts(3, in: 2...7)
  let shapes = [(n[1], n[0]), (n[2], n[2]), (1, n[0]), (n[1], 1), (exam.prime(), 3)]
  let first = exam.labels(n[0], classes: n[1])
  // Of one size are two, so that whoever keeps something by its size is seen.
  return [first, first.map { ($0 + 1) % n[1] }].map { LooseLabels($0, classes: n[1]) }
    + shapes.map { LooseLabels(exam.labels($0, classes: $1), classes: $1) }
}

private let accuracy = FunctionContract(.accuracy, small: smallGuesses) { exam in
  let n = exam.counts(2, in: 5...12)
  let shapes = [
    (n[0], 3), (n[1], 2), (4, 4), (1, 3), (exam.prime(), 5), (exam.prime(), 4), (307, 3),
  ]
  return shapes.map { count, classes in
    exam.guesses(count, classes)
  }
}

private let smallThresholds = SmallCases.shapes.map {
  RowThresholds(SmallCases.tensor($0), thresholds: SmallCases.tensor([$0[0]], from: 5))
}

private let smallGuesses = [([0], 2), ([1], 2), ([0, 1], 2), ([2, 1], 3)].map { labels, classes in
  Guesses(SmallCases.tensor([labels.count, classes]), labels: labels)
}

let maskChecks = [
  high.check(
    "01.masks.high", points: 6,
    claim: "what is below the threshold of its row becomes 0, and the rest stays as it is",
    hints: [
      "x .< 1 is a mask. What may stand on the right of .< besides a number?",
      "A [N] meets the columns of [N, M]. What shape would meet its rows?",
    ]
  ) { exam in
    let deviation = 3000.0
    let x = exam.normal([6, 4])
    return [
      RowThresholds(
        exam.normal([5, 3], deviation: deviation),
        thresholds: exam.normal([5], deviation: deviation)),
      // A threshold of 0, rows that keep nothing, rows that keep all.
      RowThresholds(x, thresholds: Tensor([0, 10, -10, 0, 10, -10])),
    ]
  },

  high.check(
    "01.masks.equal", points: 2,
    claim: "an entry that is equal to its threshold stays",
    buildsOn: ["01.masks.high"],
    hints: ["Does your mask say \"below\", or \"not above\"?"], alone: true,
    small: [RowThresholds(Tensor([[2, 3]]), thresholds: Tensor([2]))]
  ) { exam in
    [[3, 4], [5, 2], [2, 2]].map { shape in
      var x = exam.awayFromZero(shape)
      let thresholds = (0..<shape[0]).map { x[$0, $0 % shape[1]] }
      // A neighbour that is below by a hair: almost equal is not.
      for (n, threshold) in thresholds.enumerated() {
        x[n, (n + 1) % shape[1]] = threshold - 1e-12 * abs(threshold)
      }
      return RowThresholds(x, thresholds: Tensor(thresholds))
    }
  },

  oneHot.check(
    "01.labels.oneHot", points: 6,
    claim: "each label has a row with a 1 at its place and 0 elsewhere",
    hints: [
      "Which entries of row n are 1? Say it as a comparison of two numbers.",
      "[N, 1] and [C]: each with each. What does Tensor(0..<classes) look like?",
    ]),

  oneHot.check(
    "01.labels.outside", points: 3,
    claim: "a label that is no class has a row of zeros",
    buildsOn: ["01.labels.oneHot"],
    hints: ["With which class is a label of -1 equal? Does a comparison mind?"], alone: true,
    small: [-1, 2].map { LooseLabels([$0], classes: 2) }
  ) { exam in
    [3, 4, 2, 1].flatMap { classes in
      // Next to the classes, as far below as they are many, and what is one of them in fewer bits.
      let near = [-1, -2, -classes, -classes - 1, classes, classes + 1, 2 * classes]
      let far = [256, 65_536, 1 << 32].flatMap { [$0, $0 + 1, -$0, 1 - $0] }
      let mixed = near + far + [-exam.count(in: 5...90)] + exam.labels(9, classes: classes)
      return [mixed.shuffled(using: &exam.generator), [-1], [classes, 0]].map {
        LooseLabels($0, classes: classes)
      }
    }
  },

  accuracy.check(
    "01.accuracy.hits", points: 7,
    claim: "the accuracy is the share of rows whose greatest score stands at the label",
    hints: [
      "Where the greatest entry of each row stands: which function of Tensor says it?",
      "1 / 2 of two Ints is 0. What must you make of a count before you divide?",
    ]
  ) { exam in
    // Scores of all sizes, all far below 0 among them, and such as lead by a hair.
    let places = exam.labels(9, classes: 3)
    let close = exam.normal([9, 1]) + 1e-12 * Tensor(oneHot: places, count: 3)
    let low = exam.normal([8, 3], deviation: 1e6) - 3e7
    return [exam.normal([4, 3], deviation: 1000), low, close].flatMap { scores in
      // All right, and none right.
      let best = scores.argmax(along: 1)
      return [Guesses(scores, labels: best), Guesses(scores, labels: best.map { ($0 + 1) % 3 })]
    }
  },

  accuracy.check(
    "01.accuracy.ties", points: 3,
    claim: "of several greatest scores in a row, the first counts",
    buildsOn: ["01.accuracy.hits"],
    hints: ["A row of scores [1, 3, 3]: is label 2 a hit? What does your comparison say?"],
    alone: true, small: [0, 1].map { Guesses(Tensor([[3, 3]]), labels: [$0]) }
  ) { exam in
    let (low, top) = (exam.number(in: -2 ... -1), exam.number(in: -0.9...2))
    let scores = Tensor([[low, top, top], [top, top, low], [top, low, top], [top, top, top]])
    return [
      [1, 0, 0, 0], [2, 0, 2, 0], [1, 1, 1, 1], [2, 1, 2, 1], [2, 1, 0, 2], [1, 1, 0, 0],
    ]
    .map { Guesses(scores, labels: $0) }
  },
]

extension Examination {
  /// Scores and labels, of which about every second is right.
  fileprivate func guesses(_ count: Int, _ classes: Int) -> Guesses {
    let scores = normal([count, classes])
    let labels = zip(scores.argmax(along: 1), labels(count, classes: classes)).map {
      Bool.random(using: &generator) ? $0 : $1
    }
    return Guesses(scores, labels: labels)
  }
}
