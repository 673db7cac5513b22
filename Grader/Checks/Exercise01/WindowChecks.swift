import Doorway
import Grading
import Tensors

private let averages = FunctionContract(
  .movingAverages,
  small: [([1, 1], 1), ([1, 2], 1), ([1, 2], 2), ([1, 3], 2), ([2, 3], 2), ([1, 4], 2)].map {
    Series(SmallCases.tensor($0), width: $1)
  }
) { exam in
  let (n, t) = (exam.counts(2, in: 2...5), exam.counts(2, in: 6...9))
  let shapes = [
    ([n[0], t[0]], 3), ([n[1], t[1]], 2), ([4, 4], 3), ([1, t[0]], 4), ([t[1], 2], 1),
  ]
  let long = [([2, exam.prime()], exam.count(in: 5...9)), ([n[0], t[1]], t[1]), ([1, 1], 1)]
  return (shapes + long).map { Series(exam.normal($0) + 0.5, width: $1) }
}

let windowChecks = [
  averages.check(
    "01.windows.averages", points: 9,
    claim: "each whole window of `width` neighbours has its mean, row by row",
    hints: [
      "On paper: how many windows of 3 fit into 5 numbers?",
      "print(x.windows(of: [3]).shape). Which axis has the entries of a window?",
    ]
  ) { [Series($0.normal([2, 7], deviation: 300), width: 3)] }
]
