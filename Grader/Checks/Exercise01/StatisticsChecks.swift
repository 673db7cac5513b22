import Doorway
import Grading
import Tensors

private let means = FunctionContract(.rowMeans, small: SmallCases.matrices) { $0.matrices() }
private let centered = FunctionContract(.centeredRows, small: SmallCases.matrices) { $0.matrices() }
private let standardized = FunctionContract(
  .standardizedColumns,
  small: [[2, 1], [2, 2], [3, 2]].map { Columns(SmallCases.tensor($0), epsilon: 0.25) }
) { exam in
  exam.matrices().enumerated().map { i, x in
    Columns(x, epsilon: exam.number(in: i % 3 == 2 ? 1.5...4 : 0.01...0.5))
  }
}

let statisticsChecks = [
  means.check(
    "01.rows.means", points: 5,
    claim: "each row has its mean: of [N, M] there are N",
    hints: [
      "x.sum(along: 0) of a [3, 4] is a [4]: axis 0 has gone. Which one has to go here?",
      "There is a function that is called as the task is, and takes along: as well.",
    ]
  ) { [$0.normal([3, 2], deviation: 3000)] },

  centered.check(
    "01.rows.centered", points: 6,
    claim: "each row loses its own mean, and no other's",
    hints: [
      "A [3, 4] and a [3]: 4 would meet 3. What must stand in the place of the axis that went?",
      "Is there a word to say that the axis has to stay, with one entry?",
    ]
  ) { [$0.normal([3, 2], deviation: 3000)] },

  standardized.check(
    "01.columns.standardized", points: 9,
    claim: "each column has its mean taken away, and is divided by √(variance + epsilon)",
    hints: [
      "The columns of [N, D] are D: which axis goes when you take their means?",
      "Is your variance divided by N? And what stands under the root?",
    ]
  ) { exam in
    // One entry far from the others, and columns that hardly vary.
    let outlier = Tensor([1] + [Double](repeating: 0, count: 30)).expandingAxis(at: 1)
    return [
      Columns(exam.normal([3, 2], deviation: 3000), epsilon: 1e-3),
      Columns(exam.normal([31, 2]) + 100 * outlier, epsilon: exam.number(in: 0.01...0.1)),
      Columns(exam.normal([5, 3], deviation: 1e-4), epsilon: exam.number(in: 1e-11...1e-10)),
    ]
  },

  standardized.check(
    "01.columns.constant", points: 4,
    claim: "a column whose entries are all equal becomes 0, not NaN",
    buildsOn: ["01.columns.standardized"],
    hints: ["What is the variance of such a column, and what do you divide by then?"],
    small: [Columns(Tensor([[2], [2]]), epsilon: 0.25)]
  ) { exam in
    [4, 1, 7].map { count in
      let constant = Tensor([1, 0, 1]) * Tensor(ones: [count, 3])
      let numbers = Tensor([exam.number(in: 1...9), 1, exam.number(in: -9 ... -1)])
      let varying = Tensor([0, 1, 0]) * exam.normal([count, 3])
      return Columns(constant * numbers + varying, epsilon: exam.number(in: 1e-5...1e-4))
    }
  },

  standardized.check(
    "01.columns.far", points: 4,
    claim: "columns far from 0 are standardized as exactly as others",
    buildsOn: ["01.columns.standardized"],
    hints: [
      "The mean of the squares less the square of the mean: of two large numbers, what is left?"
    ]
  ) { exam in
    [[11, 2], [6, 6], [9, 1]].map { shape in
      // One column stays where it is: whoever moves all by the same is seen.
      let isFar = Tensor((0..<shape[1]).map { $0 == 1 ? 0.0 : 1 })
      let centres = exam.number(in: 3e4...9e4) * isFar * exam.normal([shape[1]]).signs
      return Columns(exam.normal(shape) + centres, epsilon: exam.number(in: 0.01...0.1))
    }
  },
]

extension Examination {
  /// Matrices of all kinds: wide, tall, square, a single row, a single column, a single number, more
  /// rows than anybody takes at a time, and one in which many entries are 0.
  func matrices() -> [Tensor] {
    let n = counts(3, in: 2...6)
    let shapes = [[n[0], n[1]], [n[1], n[2]], [n[0], n[0]], [1, n[1]], [n[2], 1], [1, 1]]
    let x = (shapes + [[prime(), 3], [2, prime()], [307, 2]]).map { normal($0, deviation: 2) + 0.5 }
    return x + [awayFromZero([6, 4]) * Tensor(normal([6, 4]) .> 0)]
  }
}

extension Tensor {
  /// 1 or -1 for each entry.
  fileprivate var signs: Tensor { Tensor(self .> 0) * 2 - 1 }
}
