import Doorway
import Grading
import Tensors

private let descent = OptimizerContract(.descent, small: [0.5], smallRank: 2)

let gradientDescentChecks = [
  descent.check(
    // So many that whoever changes something by and by is seen.
    "04.descent.step", steps: 150, points: 4,
    claim: "a step moves the weights by -learningRate · gradient",
    hints: ["Downhill is against the gradient.", "The weights are inout: change them in place."],
    shapes: { [[[3, 2], [2, 1], [4, 4]], [[2, 3]], [[$0.count(in: 2...5), 1]], [[3, 2]]] }
  ) { exam, optimizer, _ in
    optimizer == 0 ? 0.03 : exam.number(in: 0.02...0.8)
  }
]

// Where the best of a call is its last, whoever keeps the last begins the next call where he should.
private let steps = FunctionContract(.solverSteps, small: smallRuns) {
  $0.descentRuns(twice: [[4, 1], [5, 2, 3]])
}
private let history = FunctionContract(.solverHistory, small: smallRuns) {
  $0.descentRuns(twice: [[4, 1], [5, 2, 3]])
}
// Where the best of the second is its last, whoever puts the optimizer back is not there.
private let ends = FunctionContract(.solverEnds, small: smallRuns) {
  $0.descentRuns(twice: [[1, 4], [5, 3, 2]])
}

/// One sample, whose output is the weight: an epoch, two of which the first is the better one, a second
/// call, and two samples.
private let smallRuns = [
  ([1.0], [3.4, 1.75], [1]), ([1], [3.4, 1.75, 3.4], [2]), ([1], [3.4, 1, 1.75], [1, 1]),
  ([1, -1], [3.4, 1.75], [1]),
].map { (x: [Double], weights: [Double], epochs: [Int]) in
  let one = Tensor([[1]])
  return DescentRun(
    x: Tensor(x.map { [$0] }), targets: Tensor(repeating: 1, shape: [x.count, 1]),
    validationX: one, validationTargets: one, script: weights.map { Tensor([[$0], [0]]) },
    epochs: epochs)
}

let descentSolverChecks = [
  steps.check(
    "04.solver.steps", points: 4,
    claim: "each epoch makes one step, along the gradient of the loss on all training samples",
    uses: ["04.classifier.forward", "04.classifier.gradient-weights"],
    hints: [
      "Forward through the classifier, forward through the loss; then back through both, in which "
        + "order?",
      "Which optimizer do you update: the solver's own, or a copy of it?",
    ]
  ) { [$0.largeRun(samples: 700, epochs: 3)] },

  history.check(
    "04.solver.history", points: 4,
    claim:
      "the history has for each epoch the training loss before its step, the validation loss after",
    uses: ["04.classifier.forward"],
    hints: [
      "evaluate(on:) is given. For which samples do you ask it, and when?",
      "The training loss is known before the step: you have it from loss.forward.",
    ]
  ) { [$0.largeRun(samples: 4, epochs: 1200)] },

  ends.check(
    "04.solver.best", points: 4,
    claim: "the weights with the lowest validation loss are left in the classifier",
    uses: ["04.classifier.forward"],
    hints: [
      "The last weights are not the best. When do you know that some are the best so far?",
      "Assigning a struct to a variable copies it: classifier may change, the copy stays.",
    ]
  ) { [$0.largeRun(samples: 4, epochs: 5), $0.narrowRun()] },
]

extension Examination {
  /// Scripted trainings in which the best weights come first, last, twice, in the middle, in no epoch
  /// but before all of them; one without epochs, and two calls of one solver.
  ///
  /// - Parameter twice: How good the weights are that the epochs of each of the two calls lead to: 0 is
  ///   the best.
  fileprivate func descentRuns(twice: [[Int]]) -> [DescentRun] {
    let courses: [(first: Int, calls: [[Int]])] = [
      (0, [[3, 1, 2, 4]]), (5, [[1, 3, 2]]), (2, [[4, 3, 1]]), (4, [[2, 1, 3, 1, 5]]),
      (3, twice), (1, [[3]]), (2, [[]]), (5, [[3, 4, 1, 2]]),
    ]
    let shapes = [
      (5, 2, 1), (4, 3, 2), (1, 2, 1), (prime(), 1, 1), (3, 2, 3), (6, 3, 1), (3, 1, 1), (4, 2, 2),
    ]
    return zip(courses, shapes).map { course, shape in
      let (n, d, m) = shape
      let validation = (x: normal([4, d]), targets: normal([4, m]))
      let pool = ranked(6, on: validation.x, validation.targets, apart: 0.005) {
        normal([d + 1, m])
      }
      return DescentRun(
        x: normal([n, d]), targets: normal([n, m]), validationX: validation.x,
        validationTargets: validation.targets,
        script: ([course.first] + course.calls.flatMap { $0 }).map { pool[$0] },
        epochs: course.calls.map(\.count))
    }
  }

  /// Many samples, or many epochs, and losses of millions. The script is over after four epochs.
  fileprivate func largeRun(samples: Int, epochs: Int) -> DescentRun {
    let pool = (0..<5).map { _ in normal([3, 1]) }
    return DescentRun(
      x: normal([samples, 2]), targets: 3e7 + normal([samples, 1]), validationX: normal([4, 2]),
      validationTargets: 3e7 + normal([4, 1]), script: pool, epochs: [epochs])
  }

  /// Weights that are hardly better than others, or worse: a millionth decides.
  fileprivate func narrowRun() -> DescentRun {
    let validation = (x: normal([4, 2]), targets: normal([4, 1]))
    let first = normal([3, 1])
    let pool = ranked(6, on: validation.x, validation.targets, apart: 1e-9) {
      first + normal([3, 1], deviation: 1e-6)
    }
    return DescentRun(
      x: normal([4, 2]), targets: normal([4, 1]), validationX: validation.x,
      validationTargets: validation.targets, script: [5, 4, 2, 3, 1, 3].map { pool[$0] },
      epochs: [5])
  }

  /// Weights by the loss that they have on the validation samples, the lowest first, no two alike.
  private func ranked(
    _ count: Int, on x: Tensor, _ targets: Tensor, apart: Double, _ draw: () -> Tensor
  ) -> [Tensor] {
    let ones = Tensor(ones: [x.shape[0], 1])
    while true {
      let pool = (0..<count).map { _ in
        let weights = draw()
        let errors = Tensor(concatenating: [x, ones], along: 1).matmul(weights) - targets
        return (weights, (sqrt(1 + errors * errors) - 1).mean())
      }.sorted { $0.1 < $1.1 }
      if zip(pool, pool.dropFirst()).allSatisfy({ $1.1 - $0.1 > apart }) { return pool.map(\.0) }
    }
  }
}
