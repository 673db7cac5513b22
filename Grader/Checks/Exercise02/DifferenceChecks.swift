import Doorway
import Grading
import Tensors

private let derivativeOfNumber = FunctionContract(
  .derivative,
  small: [(1, 0, 1, 0.5), (0, 4, 0, 1), (0, 4, 1, 1)].map {
    DerivativeInput(SmoothFunction(cubic: $0, hill: $1), x: $2, step: $3)
  }
) { exam in
  let drawn = [0.5, 0.1, 1e-2, 1e-3, 1e-4].flatMap { step in
    (0..<3).map { _ in
      DerivativeInput(
        exam.smoothFunction(), x: exam.number(in: -2...2), step: step * exam.number(in: 0.5...1))
    }
  }
  // What is asked twice is asked of another function, at another place, with another step.
  let one = drawn[0]
  return drawn + [
    DerivativeInput(exam.smoothFunction(), x: one.x, step: one.step),
    DerivativeInput(one.function, x: one.x, step: 0.1 * one.step),
    DerivativeInput(one.function, x: 0, step: one.step),
    DerivativeInput(one.function, x: -20, step: one.step),
  ]
}

/// One entry, two, and a matrix.
private let smallFields = [[1], [2], [1, 2]].map {
  FieldInput(
    SmoothField(cubes: Tensor(ones: $0), weights: SmallCases.tensor($0, from: 4)),
    x: SmallCases.tensor($0, from: 3), step: 0.5)
}

private let fieldGradient = FunctionContract(.fieldGradient, small: smallFields) { exam in
  // So many entries that whoever stops at a thousand is seen.
  let shapes = [[1031]] + exam.shapesOfAllKinds()
  return exam.variations(
    of: shapes.enumerated().map { exam.fieldInput($1, step: [0.3, 1e-2, 1e-3][$0 % 3]) })
}

private let alongDirection = FunctionContract(
  .directionalDerivative,
  small: smallFields.map { input in
    var input = input
    input.direction = SmallCases.tensor(input.x.shape, from: 3)
    return input
  }
) { exam in
  let drawn = ([[1031]] + exam.shapesOfAllKinds()).enumerated().map { i, shape in
    var input = exam.fieldInput(shape, step: [0.2, 1e-2, 1e-3][i % 3])
    input.direction = exam.normal(shape, deviation: [1, 0.2, 3][(i / 3) % 3])
    return input
  }
  let shape = drawn[1].x.shape
  let otherWays = [
    exam.normal(shape), Tensor(zerosLike: drawn[1].x), exam.normal(shape, deviation: 60),
  ].map { v in
    var other = drawn[1]
    other.direction = v
    return other
  }
  return exam.variations(of: drawn) + otherWays
}

private let errorSlope = FunctionContract(.errorSlope) { exam in
  let drawn = [0, 0.3, 0, -0.2].map { offset in
    let function = exam.smoothFunction()
    return ErrorSlopeInput(
      function, offset: offset * exam.number(in: 0.5...1),
      points: exam.pointsOfBothSigns(function),
      steps: [exam.number(in: 0.01...0.02), exam.number(in: 0.05...0.1)])
  }
  let one = drawn[0]
  return drawn + [
    ErrorSlopeInput(exam.smoothFunction(), points: one.points, steps: one.steps),
    ErrorSlopeInput(one.function, offset: 0.1, points: one.points, steps: one.steps),
    ErrorSlopeInput(one.function, points: one.points, steps: one.steps.map { 0.7 * $0 }),
    ErrorSlopeInput(one.function, points: one.points.map { 0.8 * $0 }, steps: one.steps),
  ]
}

let differenceChecks = [
  derivativeOfNumber.check(
    "02.derivative.value", points: 4,
    claim: "the derivative is the central difference with the step that is asked for",
    hints: [
      "Draw x, and one step to each side. How wide is the whole?",
      "Is there a number such as 0.00001 in your code? Who says how large the step is?",
    ]),

  fieldGradient.check(
    "02.gradient.value", points: 5,
    claim: "the gradient has a central difference for each entry, in the shape of x",
    uses: ["02.derivative.value"],
    hints: [
      "x.scalars is an array of all entries, whatever the shape is. What makes a tensor of one?",
      "When entry 1 is moved, where is entry 0?",
    ]),

  alongDirection.check(
    "02.directional.value", points: 5,
    claim: "the directional derivative is the central difference along v, as long as v is",
    uses: ["02.derivative.value"],
    hints: [
      "x and v are fixed. Of which single number is f(x + t · v) a function?",
      "Along 2 · v the slope is twice as large. Does yours do that?",
    ]),

  errorSlope.check(
    "02.errors.truncation", points: 3,
    claim:
      "with large steps, the error of the central difference grows with the square of the step",
    buildsOn: ["02.derivative.value"],
    hints: [
      "First write a function of the step that returns the mean error. Print it for a few steps.",
      "Is the error at each point a distance, before the mean is taken?",
    ]),

  Check(
    "02.errors.rounding",
    claim: "with tiny steps, the error grows as the step shrinks: its slope is about -1",
    points: 3, buildsOn: ["02.derivative.value"],
    hints: [
      "f is known to sixteen digits. What is left of them in f(x + h) - f(x - h) when h is tiny?",
      "Does your slope survive steps of 1e-11? Print the two mean errors.",
    ], examine: examineRounding),
]

/// Where rounding decides, nobody's errors are the reference's to the last place: only the slope is.
private func examineRounding(_ exam: Examination) throws {
  let runs = [(1e-11, 1e-8), (1e-8, 1e-11), (1e-12, 1e-9)].map { first, second in
    ErrorSlopeInput(
      exam.smoothFunction(), points: (0..<60).map { _ in exam.number(in: 0.5...2) },
      steps: [first, second])
  }
  let run = LayerRun(runs)
  let seen = try exam.ask(.errorSlope, run)
  try exam.require(seen.outputs.count == runs.count)
  exam.note(seen, of: .errorSlope, run, Tolerance(absolute: 0.02, relative: 0.02))
  for (input, slope) in zip(runs, seen.outputs) {
    try exam.expect(
      (-1.25 ... -0.75).contains(slope),
      "between the steps \(input.steps[0]) and \(input.steps[1]) the slope of the error is "
        + "\(Sentences.number(slope)), expected about -1")
  }
}

extension Examination {
  /// Whose third derivative is not 0 and changes its sign.
  fileprivate func smoothFunction() -> SmoothFunction {
    let cubic = number(in: 0.3...1)
    return SmoothFunction(cubic: cubic, hill: -cubic * number(in: 3...6))
  }

  /// Points at which the errors of central differences have both signs: whoever adds them up without
  /// the bars is told from who does not.
  fileprivate func pointsOfBothSigns(_ function: SmoothFunction) -> [Double] {
    while true {
      let points = (0..<count(in: 5...9)).map { _ in number(in: -2...2) }
      let errors = points.map { x in
        (function.value(at: x + 0.01) - function.value(at: x - 0.01)) / 0.02 - function.slope(at: x)
      }
      // It takes a draw or two.
      if errors.contains(where: { $0 > 1e-5 }), errors.contains(where: { $0 < -1e-5 }) {
        return points
      }
    }
  }

  /// The inputs, and the first of them once more with another function, with another step, at a place
  /// where entries are 0, and far out.
  fileprivate func variations(of inputs: [FieldInput]) -> [FieldInput] {
    let (shape, step) = (inputs[1].x.shape, inputs[1].step)
    var (field, steps, place, far) = (inputs[1], inputs[1], inputs[1], inputs[1])
    field.field = fieldInput(shape, step: step).field
    steps.step = 0.1 * step
    place.x = place.x * Tensor(normal(shape) .> 0.3)
    far.x = 40 * far.x
    return inputs + [field, steps, place, far]
  }

  fileprivate func fieldInput(_ shape: [Int], step: Double) -> FieldInput {
    FieldInput(
      SmoothField(cubes: normal(shape), weights: awayFromZero(shape)), x: normal(shape),
      step: step * number(in: 0.5...1))
  }
}
