import Doorway
import Grading
import Tensors

private let quadraticForm = LayerContract(
  .quadraticForm, forward: "QuadraticForm.value", backward: "QuadraticForm.gradients",
  small: (1...2).map {
    QuadraticInput(x: SmallCases.tensor([$0]), matrix: SmallCases.tensor([$0, $0], from: 2))
  }
) { exam in
  let sizes = [1] + exam.counts(3, in: 2...6) + [3, 3]
  return sizes.enumerated().map { i, size in
    let matrix = exam.normal([size, size], deviation: i == 2 ? 100 : 1)
    // One that is symmetric, among others that are not.
    return QuadraticInput(
      x: exam.normal([size]), matrix: i == 4 ? matrix + matrix.transposed() : matrix)
  }
}

private let logSumExp = LayerContract(
  .logSumExp, forward: "LogSumExp.value", backward: "LogSumExp.gradient",
  small: SmallCases.matrices
) { exam in
  exam.shapesOfAllKinds().map { exam.normal($0, deviation: 2) }
}

let formulaChecks = [
  quadraticForm.check(
    "02.quadratic.gradient-x", .gradients(named: "the gradient at x"), points: 4,
    claim: "the gradient of a quadratic form is right for matrices that are not symmetric, too",
    hints: [
      "Write the sum out for D = 2, and differentiate by x[0]. Four terms: which of them hold x[0]?",
      "x[k] stands on the left of A in some terms and on the right of it in others.",
    ]
  ) { $0.unusualForms() },

  quadraticForm.check(
    "02.quadratic.gradient-matrix", .gradients(named: "the gradient at the matrix"), points: 2,
    claim: "the gradient at entry [i, j] of the matrix is x[i] · x[j]",
    hints: ["A[i, j] stands in one term of the sum. Which tensor of [D, D] has all such factors?"]
  ) { $0.unusualForms() },

  logSumExp.check(
    "02.logSumExp.value", .outputs, points: 3,
    claim: "log-sum-exp is the logarithm of the sum of all e^x, whatever the shape is",
    hints: ["exp takes a tensor, sum makes a number of it, and log takes a number."]),

  logSumExp.check(
    "02.logSumExp.extremes", .both, points: 3,
    claim: "entries of ±1000, and of any size, give a value and a gradient that are right numbers",
    hints: [
      "Take 1000 from all entries. What must be added at the end, to have y as before?",
      "Which number do you take away, so that no exponent is above 0?",
    ], alone: true, small: [Tensor([1000]), Tensor([-1000]), Tensor([1000, -1000])]
  ) { $0.farFromZero() },

  logSumExp.check(
    "02.logSumExp.gradient", .gradients(), points: 3,
    claim: "the gradient of log-sum-exp has a positive entry for each of x, and they add up to 1",
    hints: ["The derivative of log u is u' / u. What is u here, and in how many terms stands x[i]?"]
  ),
]

extension Examination {
  /// Zeros among the entries, and numbers so large that what is measured has lost its digits.
  fileprivate func unusualForms() -> [QuadraticInput] {
    let holes = Tensor([[1, 0, 1, 1], [0, 1, 1, 0], [0, 0, 0, 1], [1, 1, 0, 0]])
    return [
      QuadraticInput(x: Tensor([1, 0, 1, 1]) * normal([4]), matrix: holes * normal([4, 4])),
      QuadraticInput(x: normal([3], deviation: 1000), matrix: normal([3, 3], deviation: 1000)),
      QuadraticInput(x: normal([3]), matrix: Tensor(zeros: [3, 3])),
    ]
  }

  /// Far above 0, far below, both, in every order; a tie; one that leads by little.
  fileprivate func farFromZero() -> [Tensor] {
    let (a, b) = (number(in: 800...1020), number(in: 800...1020))
    let spread = [-3 * b, -a, 0, a, 3 * a]
    return [
      normal([3, 2]) + a, normal([4]) - b, Tensor([a, -b, 0, a - 1]),
      Tensor(repeating: -a, shape: [2, 2]), Tensor([[b]]),
      Tensor([[a, a - 0.5], [-a, b - 3000]]), Tensor(spread), Tensor(spread.reversed()),
      Tensor(spread.shuffled(using: &generator)),
      // In float32 such numbers have no digits behind the point: the greatest leads by far.
      Tensor([-3 * a - 60, -3 * a]), Tensor([0, 50, -50]) - 1e6,
      Tensor([[50, -50], [0, 0]]) + 1e6,
    ]
  }
}
