import Doorway
import Grading
import Tensors

private let mse = LayerContract(.mse, small: smallJudged) { $0.judgedOutputs() }
private let l1 = LayerContract(.l1, small: smallJudged) { $0.judgedOutputs() }

/// No output is at its target.
private let smallJudged = SmallCases.shapes.map {
  JudgedOutputs(SmallCases.tensor($0), targets: SmallCases.tensor($0, from: 3))
}

let mseChecks = [
  mse.check(
    "04.mse.forward", .outputs, points: 3,
    claim: "the squared error is averaged over all N · M entries",
    hints: [
      "There is a function of tensors that takes the mean of all entries.",
      "What is the loss of outputs that are all off by 2?",
    ]
  ) { $0.dearOutputs() },

  mse.check(
    "04.mse.gradient", .gradients(), points: 4,
    claim: "the gradient of the squared error is 2 · error, and carries the 1/(N·M) of the mean",
    hints: [
      "What is the derivative of e² by e?",
      "One entry of the outputs occurs once in the sum. And the factor in front of the sum?",
    ]
  ) { $0.dearOutputs() },
]

let l1Checks = [
  l1.check(
    "04.l1.forward", .outputs, points: 3,
    claim: "the absolute error is averaged over all N · M entries",
    hints: ["What is the loss of outputs that are all off by -2?"]
  ) { $0.dearOutputs() },

  l1.check(
    "04.l1.gradient", .gradients(), points: 3,
    claim: "the gradient of the absolute error is 1 or -1 by the side it is on, by N · M",
    hints: [
      "How steep is |x| left of 0, and how steep right of it? Does it matter how far?",
      "Look for the function of tensors that tells only on which side of 0 a number lies.",
    ]
  ) { exam in
    // However small an error is, it lies on one side.
    let errors = exam.awayFromZero([4, 2]) * Tensor([1e-7, 1e-12])
    return exam.dearOutputs() + [JudgedOutputs(errors, targets: Tensor(zeros: [4, 2]))]
  },

  l1.check(
    "04.l1.zero", .gradients(), points: 1,
    claim: "where an output is exactly its target, the gradient of the absolute error is 0",
    hints: [
      "What comes out where you divide an error of 0 by its size, or ask whether it is above 0?"
    ],
    alone: true, small: [JudgedOutputs(Tensor([[2]]), targets: Tensor([[2]]))]
  ) { exam in
    [(2, 3), (4, 1), (1, 1)].map { n, m in
      // Whole eighths, which are the same number in both element types.
      let targets = Tensor(
        shape: [n, m], scalars: (0..<n * m).map { _ in Double(exam.count(in: -40...40)) / 8 })
      let errors = (0..<n * m).map { i in i.isMultiple(of: 2) ? 0 : [-1.5, 2][i / 2 % 2] }
      return JudgedOutputs(
        targets + Tensor(shape: [n, m], scalars: errors), targets: targets)
    }
  },
]

extension Examination {
  /// Prices that are far from 0 and nearly right, and some that are quite wrong.
  fileprivate func dearOutputs() -> [JudgedOutputs] {
    [1.0, 1e4].map { error in
      let targets = 2e6 + normal([4, 2], deviation: 1e5)
      return JudgedOutputs(targets + error * awayFromZero([4, 2]), targets: targets)
    }
  }

  /// Outputs of all shapes with targets, and no output nearer to its target than 0.1.
  fileprivate func judgedOutputs() -> [JudgedOutputs] {
    let n = counts(3, in: 3...6)
    let shapes = [[n[0], 1], [n[1], 2], [1, 1], [n[2], n[2]], [1, n[0]], [prime(), 3]]
    return shapes.enumerated().map { i, shape in
      let targets = normal(shape, deviation: 3)
      return JudgedOutputs(targets + (i == 1 ? 50 : 1) * awayFromZero(shape), targets: targets)
    }
  }
}
