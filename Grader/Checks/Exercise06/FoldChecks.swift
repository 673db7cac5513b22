import Doorway
import Grading
import Tensors

private let folds = FunctionContract(
  .crossValidation,
  small: [(2, [0, 1]), (2, [1, 0, 2]), (3, [2, 0, 1])].map { folds, order in
    FoldInput(folds: folds, order: order, scores: (1...folds).map { Double($0) })
  }
) { exam in
  let n = exam.count(in: 11...14)
  return [(3, 10), (2, 5), (5, n), (4, 8), (6, 6), (4, 10), (3, 10)].map { k, count in
    FoldInput(
      folds: k, order: (0..<count).shuffled(using: &exam.generator),
      scores: (0..<k).map { _ in exam.number(in: -1...3) })
  }
}

private let means = FunctionContract(.foldMean, small: smallScores) { $0.foldScores() }
private let deviations = FunctionContract(.foldDeviation, small: smallScores) { $0.foldScores() }
private let smallScores = [[2], [1, 3], [1, 3, 5]].map { Tensor($0) }

let foldChecks = [
  means.check(
    "06.folds.mean", points: 1,
    claim: "the mean is the sum of the scores divided by their count",
    hints: ["reduce(0, +) adds them up."]),

  deviations.check(
    "06.folds.deviation", points: 1,
    claim: "the deviation is the root of the mean squared distance from the mean, divided by k",
    hints: ["Squares first, then their mean, then the root. By which count is the mean taken?"],
    // The root of what a mean of squares is rounded by, 4 · 10⁻⁸ where all are equal, and twenty times that.
    tolerance: Tolerance(absolute: 1e-6, relative: 1e-9)
  ) { exam in
    // Equal scores: the mean of the squares less the square of the mean may come out below 0.
    let equal = (7...30).map { Tensor(repeating: exam.number(in: 0.5...1), shape: [$0]) }
    return [Tensor([exam.number(in: 1...2)])] + equal
  },

  folds.check(
    "06.folds.parts", points: 2,
    claim:
      "each sample is validated on in one fold and trained on in all others, dealt out in turn",
    hints: [
      "Ten samples, three folds: places 0, 3, 6 and 9 are the validation part of fold 0.",
      "Is it places that you hand over, or the numbers that stand there?",
    ]),
]

extension Examination {
  fileprivate func foldScores() -> [Tensor] {
    [2, 3, 5, 10].map { normal([$0], deviation: 2) + 1 }
  }
}
