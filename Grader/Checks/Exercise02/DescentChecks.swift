import Doorway
import Grading
import Tensors

private let descentFrom = FunctionContract(
  .descent,
  small: [([3], 1), ([3], 2), ([3, -2], 2), ([3], 0)].map { start, steps in
    WayInput(
      from: Tensor(start),
      in: Terrain(
        curvatures: SmallCases.tensor([start.count], from: 4),
        lowest: Tensor(ones: [start.count]), coupling: 0),
      learningRate: 0.25, steps: steps)
  }
) { exam in
  let shapes = exam.shapesOfAllKinds()
  return shapes.enumerated().map { i, shape in
    WayInput(
      from: exam.normal(shape, deviation: 2),
      in: Terrain(
        // A bowl, and a valley twenty times as steep one way as the other.
        curvatures: exam.steepness(shape, from: 1, through: i % 2 == 0 ? 1.5 : 20),
        lowest: exam.normal(shape), coupling: i % 3 == 0 ? 0.5 / Double(shape.reduce(1, *)) : 0),
      learningRate: exam.number(in: i % 2 == 0 ? 0.2...0.6 : 0.03...0.08),
      steps: [5, 1, 12, 0, 7, 30, 2, 3][i % 8])
  }
}

private let rate = FunctionContract(
  .fastestRate, small: [[2], [1, 3], [1, 2, 7]].map { Curvatures($0) }
) { exam in
  [2, 3, 1, exam.count(in: 4...7), 2].enumerated().map { i, count in
    Curvatures((0..<count).map { _ in exam.number(in: i == 4 ? 100...5000 : 0.1...10) })
  } + [
    Curvatures([3, 3, 3].map { $0 * exam.number(in: 0.5...1) }),
    // All of them small, all large, and of all sizes.
    Curvatures((0..<4).map { _ in exam.number(in: 0.001...0.1) }),
    Curvatures((0..<3).map { _ in exam.number(in: 1e5...1e6) }),
    Curvatures((0..<12).map { _ in pow(10, exam.number(in: -4...5)) }),
  ]
}

let descentChecks = [
  descentFrom.check(
    "02.descent.way", points: 3,
    claim: "descent takes every step from where the one before has led, and tells all places",
    hints: [
      "Downhill is against the gradient.",
      "With 3 steps there are 4 places: the first is the start.",
    ]
  ) { exam in
    // Where there is nowhere to go; far away, where it is steep; and a rate that is above 1.
    let lowest = exam.normal([3])
    func terrain(_ low: Double, _ high: Double) -> Terrain {
      Terrain(
        curvatures: exam.steepness([3], from: low, through: high), lowest: lowest, coupling: 0)
    }
    return [
      WayInput(from: lowest, in: terrain(1, 2), learningRate: 0.3, steps: 3),
      WayInput(
        from: exam.normal([3], deviation: 1e4), in: terrain(2, 20), learningRate: 0.04, steps: 4),
      WayInput(
        from: exam.normal([3]), in: terrain(0.5, 1.1), learningRate: exam.number(in: 1.3...1.7),
        steps: 4),
    ]
  },

  rate.check(
    "02.descent.rate", points: 3,
    claim: "the fastest rate is that with which the flattest and the steepest direction do as well",
    hints: [
      "A step multiplies x[i] by 1 - rate · curvature. When is that small, whatever its sign is?",
      "Draw |1 - rate · curvature| over the rate, for the smallest and the largest curvature.",
    ]),
]

extension Examination {
  /// Curvatures with both ends of a range among them.
  fileprivate func steepness(_ shape: [Int], from low: Double, through high: Double) -> Tensor {
    let count = shape.reduce(1, *)
    var entries = (0..<count).map { _ in number(in: low...high) }
    entries[0] = low
    entries[count - 1] = high
    return Tensor(shape: shape, scalars: entries)
  }
}
