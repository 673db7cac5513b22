import Doorway
import Grading
import Tensors

private let distances = FunctionContract(
  .squaredDistances,
  small: [(1, 1, 1), (1, 1, 2), (2, 1, 1), (1, 2, 1), (2, 2, 2), (2, 3, 1)].map { n, m, k in
    PointPairs(SmallCases.tensor([n, k]), SmallCases.tensor([m, k], from: 4))
  }
) { exam in
  let n = exam.counts(3, in: 2...6)
  let shapes = [
    (n[0], n[1], n[2]), (n[0], n[0], n[0]), (1, n[1], n[0]), (n[2], 1, 2), (n[1], n[0], 1),
    (1, 1, 1), (2, exam.prime(), 3), (exam.prime(), 3, 2), (3, 2, exam.prime()),
  ]
  return shapes.map {
    PointPairs(
      exam.normal([$0.0, $0.2], deviation: 0.7), exam.normal([$0.1, $0.2], deviation: 0.7))
  }
}

let distanceChecks = [
  distances.check(
    "01.distances.squared", points: 8,
    claim: "there is a squared distance for each point of a and each of b",
    hints: [
      "[N, 1] and [M] broadcast to [N, M]. How would points, with an axis of their own, do so?",
      "Of [N, M, K], which axis has to go?",
    ]
  ) { exam in
    [300, 3e-4].map {
      PointPairs(exam.normal([3, 2], deviation: $0), exam.normal([4, 2], deviation: $0))
    }
  },

  Check(
    "01.distances.negative",
    claim: "no squared distance is below 0, not even by rounding, and a point is at 0 from itself",
    points: 5, buildsOn: ["01.distances.squared"],
    hints: [
      "|a|² - 2 a·b + |b|² takes a large number from another. What may come out if both are equal?",
      "What is below 0 is a rounding error: what should stand there?",
    ], examine: examineNearPoints),
]

/// Points far from 0 and near each other, some of them the same. What they are apart is as small as
/// what |a|² - 2 a·b + |b|² is wrong by, and so not asked to more digits than that.
private func examineNearPoints(_ exam: Examination) throws {
  let a = exam.normal([exam.prime(), 3], deviation: 30)
  let near = a + exam.normal(a.shape, deviation: 1e-8)
  // The same points are not only where the row is the column.
  let turned = a.rows(at: (0..<a.shape[0]).shuffled(using: &exam.generator))
  // First what rounding leaves below 0 on every processor: of a point and itself, some leave nothing.
  let pairs = [PointPairs(a, near), PointPairs(near, a), PointPairs(a, a), PointPairs(a, turned)]
  for points in pairs {
    try expectNoneBelowZero(exam, points, Tolerance(absolute: 1e-9, relative: 1e-9))
  }
  for points in [PointPairs(a, a), PointPairs(a, turned)] {
    try expectNoneBelowZero(
      exam, PointPairs(points.a.converted(to: .float32), points.b.converted(to: .float32)),
      Tolerance(absolute: 0.05, relative: 1e-4))
  }
}

private func expectNoneBelowZero(
  _ exam: Examination, _ points: PointPairs, _ tolerance: Tolerance
) throws {
  let run = LayerRun([points])
  let trace = try exam.ask(.squaredDistances, run)
  try exam.require(trace.outputs.count == 1)
  exam.note(trace, of: .squaredDistances, run, tolerance)
  // What is below 0 by a hair is as near to what is not as rounding makes: that it is has to be told.
  exam.note(trace, of: .squaredDistances, run, label: "below 0") {
    $0.outputs.map { Part("whether any is below 0", Tensor($0.min() < 0 ? 1 : 0)) }
  }
  let seen = trace.outputs[0]
  let (a, b) = (points.a.converted(to: .float64), points.b.converted(to: .float64))
  let apart = a.expandingAxis(at: 1) - b
  let right = (apart * apart).sum(along: 2)
  try exam.expect(
    seen.shape == right.shape, "the answer has shape \(seen.shape), expected \(right.shape)")
  for i in 0..<right.shape[0] {
    for j in 0..<right.shape[1] {
      try exam.expect(
        !(seen[i, j] < 0), "the squared distance at [\(i), \(j)] is \(seen[i, j]), below 0")
      try exam.expect(
        tolerance.accepts(seen[i, j], for: right[i, j]),
        "the squared distance at [\(i), \(j)] is \(seen[i, j]), expected \(right[i, j])")
    }
  }
}
