import Doorway
import Foundation
import Grading
import Tensors

extension Examination {
  fileprivate func norm(
    _ shape: [Int], mean: Double = 0, deviation: Double = 1, epsilon: Double? = nil
  ) -> BatchNormInput {
    BatchNormInput(
      x: mean + normal(shape, deviation: deviation), scale: awayFromZero([shape[1]]),
      shift: normal([shape[1]]), epsilon: epsilon ?? number(in: 0.01...0.3))
  }

  fileprivate func course(
    _ batches: [[Int]], mean: Double = 0, deviation: Double = 1, then shape: [Int]? = nil,
    decay: ClosedRange<Double> = 0.6...0.8
  ) -> BatchNormCourse {
    let channels = batches[0][1]
    return BatchNormCourse(
      batches.map { number(in: -2...2) + mean + normal($0, deviation: deviation) },
      x: mean + normal(shape ?? [2, channels, 2, 3]), scale: awayFromZero([channels]),
      shift: normal([channels]), decay: number(in: decay), epsilon: number(in: 0.01...0.3))
  }
}

/// Two images of one pixel, two pixels, two channels.
private let smallNorms = [[2, 1, 1, 1], [1, 1, 1, 2], [2, 2, 1, 1]].map { shape in
  BatchNormInput(
    x: SmallCases.tensor(shape), scale: SmallCases.tensor([shape[1]], from: 4),
    shift: SmallCases.tensor([shape[1]], from: 3), epsilon: 0.25)
}

private let norm = LayerContract(.batchNorm, small: smallNorms) { exam in
  let n = exam.counts(2, in: 3...5)
  return [
    exam.norm([n[0], 2, 3, 2]), exam.norm([n[1], 3, 1, 2], deviation: 3),
    exam.norm([1, 2, 3, 4], mean: 2), exam.norm([n[0], 1, 1, 1]), exam.norm([2, 2, 2, 2]),
    exam.norm([2, 3, 3, 1], deviation: 0.1, epsilon: 0.05),
    exam.norm([exam.count(in: 65...75), 1, 1, 2]), exam.norm([2, exam.count(in: 17...19), 1, 2]),
  ]
}

private let course = FunctionContract(
  .batchNormCourse,
  small: [1, 2].map { count in
    BatchNormCourse(
      (0..<count).map { SmallCases.tensor([2, 1, 1, 1], from: 2 * $0) },
      x: SmallCases.tensor([1, 1, 1, 1], from: 2), scale: Tensor([2]), shift: Tensor([-1]),
      decay: 0.75, epsilon: 0.25)
  }
) { exam in
  let n = exam.counts(2, in: 2...4)
  return [
    exam.course([[n[0], 2, 2, 3], [n[1], 2, 2, 3], [1, 2, 3, 3]]), exam.course([[3, 1, 2, 2]]),
    exam.course([[1, 3, 1, 3], [2, 3, 2, 1]]),
    exam.course(
      [[2, 2, 1, 1], [2, 2, 1, 1], [2, 2, 1, 1], [2, 2, 1, 1]], mean: 3, deviation: 2),
    // Many images that are no training, and one; a decay that hardly forgets, and one that does at once.
    exam.course(
      [[n[0], 2, 1, 3], [n[1], 2, 2, 2]], then: [exam.count(in: 17...40), 2, 1, 2],
      decay: 0.95...0.99),
    exam.course(
      [[2, 2, 1, 3], [3, 2, 2, 1], [2, 2, 2, 2], [2, 2, 1, 3]], deviation: 1e-3,
      then: [1, 2, 1, 1],
      decay: 0.05...0.2),
    exam.course([[exam.count(in: 65...75), 1, 1, 1]], then: [3, 1, 1, 1]),
    exam.course([[2, exam.count(in: 17...19), 1, 2]], decay: 0.3...0.5),
  ]
}

let normChecks = [
  norm.check(
    "09.norm.forward", .outputs, points: 3,
    claim: "in training each channel is normalised by its own mean and variance over the batch",
    hints: [
      "x.channelsFirst.reshaped(to: [C, -1]) has a row for each channel.",
      "Is epsilon inside of the root? And is the variance a mean, with N · H · W below?",
    ]),
  norm.check(
    "09.norm.gradient", .gradients(), points: 4,
    claim: "the way back also goes through the mean and the variance of the batch",
    hints: [
      "If all entries of a channel grow by the same, y stays: what is the sum of the gradient?",
      "With n = (x - mean) / deviation: dx = scale / deviation · (d - mean of d - n · mean of d · n).",
    ]
  ) { exam in
    var constant = exam.norm([3, 2, 1, 2])
    constant.x = Tensor(repeating: exam.number(in: -2...2), shape: [3, 2, 1, 2])
    var unscaled = exam.norm([2, 2, 2, 2])
    unscaled.scale = Tensor([0, exam.number(in: 1...2)])
    return [constant, unscaled]
  },
  course.check(
    "09.norm.running", points: 3,
    claim: "running statistics are moved by every batch of training, and used where there is none",
    uses: ["09.norm.forward"],
    hints: [
      "decay weighs the old value: with 0.9, a tenth of what is new comes in.",
      "The variance that is kept is the one that the batch was divided by.",
    ]),
  norm.check(
    "09.norm.extremes", .outputs, points: 2,
    claim: "a channel without variance becomes the shift, and a large mean costs no digits",
    buildsOn: ["09.norm.forward"],
    hints: [
      "Of one value a channel the variance is 0: then epsilon alone is below.",
      "E[x²] - E[x]² loses all digits where the mean is large. Subtract the mean first.",
    ], alone: true,
    small: [
      BatchNormInput(
        x: Tensor(repeating: 0.5, shape: [1, 1, 1, 1]), scale: Tensor([2]), shift: Tensor([-1]),
        epsilon: 0.25)
    ], tolerance: Tolerance(absolute: 1e-7, relative: 1e-7)
  ) { exam in
    var constant = exam.norm([3, 2, 2, 2])
    constant.x = Tensor(repeating: 0.5, shape: [3, 2, 2, 2])
    // Whole numbers, so that the mean is one to the last digit in float32, too.
    var far = exam.norm([4, 2, 2, 2], epsilon: 0.01)
    let signs = (0..<32).map { ($0 / 2).isMultiple(of: 2) ? 1.0 : -1.0 }
    far.x = pow(2, Double(exam.count(in: 13...16))) + Tensor(shape: [4, 2, 2, 2], scalars: signs)
    return [exam.norm([1, 3, 1, 1]), constant, far]
  },
]
