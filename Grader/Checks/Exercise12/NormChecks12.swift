import Doorway
import Grading
import Tensors

private let norm = LayerContract(
  .layerNorm, forward: "norm.forward", backward: "norm.backward",
  small: [[1, 2], [2, 2], [1, 3], [2, 3]].map { shape in
    BlockInput(
      .norm(epsilon: 0.25), parameters: [4, 3].map { SmallCases.tensor([shape[1]], from: $0) },
      x: SmallCases.tensor(shape))
  }
) {
  exam in
  let n = exam.counts(2, in: 2...4)
  return [
    [n[0], n[1], 4], [n[1], 6], [1, 1, 5], [4, 4], [2, 1, 2, 4], [exam.prime(), 4], [3, 1], [5],
  ].map {
    exam.norm($0, epsilon: exam.number(in: 0.05...0.5))
  } + [exam.norm([3, 5], epsilon: 1e-5)]
}

let normChecks12 = [
  norm.check(
    "12.norm.forward", .outputs, points: 2,
    claim: "each position has its own mean taken away and is divided by its own deviation",
    hints: [
      "Mean and variance run along the last axis, whatever stands before it.",
      "The variance is divided by D, and epsilon stands inside the root.",
      "scale and shift have an entry for each of the D.",
    ]
  ) { exam in
    // So narrow that epsilon decides: x̂ is small, and not 0.
    var narrow = exam.norm([2, 4], epsilon: 1e-5)
    narrow.x *= 1e-4
    return [narrow]
  },

  norm.check(
    "12.norm.large", .outputs, points: 2,
    claim: "far from 0 no digits are lost, and where all entries are equal y is the shift",
    buildsOn: ["12.norm.forward"],
    hints: [
      "The mean of the squares minus the square of the mean: how many digits do two numbers near 10¹⁰ "
        + "leave of their difference?"
    ]
  ) { exam in
    var (large, equal) = (exam.norm([3, 4], epsilon: 0.01), exam.norm([2, 5], epsilon: 0.01))
    large.x += exam.number(in: 1e5...2e5)
    equal.x = Tensor(repeating: exam.number(in: 1...2), shape: [2, 5])
    return [large, equal]
  },

  norm.check(
    "12.norm.gradient", .gradients(), points: 3,
    claim: "x, scale and shift get the right gradients",
    uses: ["12.norm.forward"],
    hints: [
      "The gradient at x̂ is scale · upstream. Which two parts of it does the gradient at x not have, "
        + "since neither a shift nor a factor of x changes x̂?",
      "scale and shift serve all positions: their gradients are sums over all of them.",
    ]),
]

extension Examination {
  fileprivate func norm(_ shape: [Int], epsilon: Double) -> BlockInput {
    let width = shape[shape.count - 1]
    return BlockInput(
      .norm(epsilon: epsilon), parameters: [normal([width]) + 1, normal([width])],
      x: normal(shape, deviation: 1.5) + number(in: -2...2))
  }
}
