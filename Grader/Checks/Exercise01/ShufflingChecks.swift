import Doorway
import Grading
import Tensors

let shufflingChecks = [
  Check(
    "01.shuffled.pairs",
    claim: "each sample comes back once, with its own label",
    points: 5,
    hints: [
      "Two shuffles are two orders. How often do you shuffle?",
      "What can be shuffled in the place of the samples, and used for both?",
    ], examine: examinePairs),

  Check(
    "01.shuffled.seeds",
    claim: "the order is the generator's: another seed, or the next call, and it is another",
    points: 5, buildsOn: ["01.shuffled.pairs"],
    hints: [
      "shuffled(using:) wants &generator: whose generator is it that you hand in?",
      "var own = generator is a copy. Which of the two moves on when own is asked?",
    ], examine: examineSeeds),

  Check(
    "01.shuffled.orders",
    claim: "every order is as likely as every other",
    points: 3, buildsOn: ["01.shuffled.seeds"],
    hints: ["Three samples have six orders. Can yours all come out, and equally often?"],
    examine: examineOrders),
]

private func examinePairs(_ exam: Examination) throws {
  let n = exam.counts(2, in: 3...6)
  let shapes = [
    [n[0], n[1]], [n[0], n[0]], [n[0], n[1]], [1, 3], [n[1], 2, 3], [exam.prime()], [n[1], 1],
  ]
  let batches = shapes.enumerated().map { i, shape in
    let x = exam.normal(shape, deviation: i == 0 ? 300 : 1).converted(
      to: i == 1 ? .float32 : .float64)
    // Labels of one batch may be told apart; in the next some are the same, as labels are.
    return LabeledRows(
      x,
      labels: i == 0
        ? Array(7..<7 + shape[0]).shuffled(using: &exam.generator)
        : exam.labels(shape[0], classes: 2))
  }
  let run = ShuffleRun(batches, seed: exam.seed)
  let trace = try shuffle(exam, run)
  for (seen, given) in zip(trace.batches, batches) {
    try exam.expect(
      seen.x.shape == given.x.shape,
      "of x \(given.x.shape) came back a tensor \(seen.x.shape)")
    try exam.expect(
      seen.labels.count == given.labels.count,
      "of \(given.labels.count) labels came back \(seen.labels.count)")
    var isLeft = given.labels.map { _ in true }
    for i in 0..<given.labels.count {
      let row = seen.x.row(i).scalars
      let origin = given.labels.indices.first { given.x.row($0).scalars == row }
      guard let origin else {
        try exam.expect(false, "row \(i) of what came back is no row of x \(given.x.shape)")
        return
      }
      try exam.expect(
        isLeft[origin], "row \(origin) of x \(given.x.shape) came back more than once")
      isLeft[origin] = false
      try exam.expect(
        seen.labels[i] == given.labels[origin],
        "row \(origin) of x \(given.x.shape) has the label \(given.labels[origin]), and came back "
          + "with \(seen.labels[i])")
    }
  }
}

private func examineSeeds(_ exam: Examination) throws {
  let batch = LabeledRows(exam.normal([exam.prime(), 2]), labels: exam.labels(47, classes: 100))
  let rows = LabeledRows(batch.x, labels: Array(batch.labels.prefix(batch.x.shape[0])))
  let other = LabeledRows(exam.normal([5, 1]), labels: [0, 1, 2, 3, 4])
  let run = ShuffleRun([rows, rows, other], seed: exam.seed)
  let trace = try shuffle(exam, run)
  let first = trace.batches[0].x
  try exam.expect(first != rows.x, "the samples came back in the order in which they were")
  try exam.expect(
    first != trace.batches[1].x, "the next call with the same generator gave the same order")
  var fresh = SeededGenerator(seed: run.seed)
  try exam.expect(trace.next[0] != fresh.next(), "the generator has not moved on")
  try exam.expect(
    try shuffle(exam, run).batches == trace.batches,
    "a generator with the same seed gave another order the second time")
  let elsewhere = ShuffleRun(run.batches, seed: run.seed &+ 1)
  try exam.expect(
    try shuffle(exam, elsewhere).batches[0].x != first,
    "a generator with another seed gave the same order")
}

/// Of three rows every order has to come as often as every other, and of seven every row at every
/// place. How far off that is, is the sum of what the counts are off by, squared, over what they should
/// be (Pearson's χ²): of five and of six degrees of freedom, 60 and 65 come one time in 10¹¹.
private func examineOrders(_ exam: Examination) throws {
  let three = try orders(exam, rows: 3, times: 12_000)
  let counts = Dictionary(grouping: three) { $0 }.mapValues(\.count)
  let all = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
  try expectEqual(exam, all.map { ("the order \($0)", counts[$0] ?? 0) }, of: 12_000, below: 60)

  let seven = try orders(exam, rows: 7, times: 2_000)
  for row in 0..<7 {
    let places = (0..<7).map { place in
      ("row \(row) at place \(place)", seven.count { $0[place] == row })
    }
    try expectEqual(exam, places, of: 2_000, below: 65)
  }
}

/// The orders in which some rows came back.
private func orders(_ exam: Examination, rows: Int, times: Int) throws -> [[Int]] {
  let run = ShuffleOrders(rows: rows, times: times, seed: exam.seed)
  let answer = try exam.ask(.shuffledOrders, run)
  exam.note(answer, of: .shuffledOrders, run)
  try exam.require(answer.count == rows * times)
  let labels = answer.scalars.map { Int(exactly: $0) ?? -1 }
  return (0..<times).map { Array(labels[rows * $0..<rows * ($0 + 1)]) }
}

private func expectEqual(
  _ exam: Examination, _ counts: [(name: String, count: Int)], of times: Int, below limit: Double
) throws {
  let expected = Double(times) / Double(counts.count)
  let errors = counts.map { abs(Double($0.count) - expected) }
  let sum = errors.reduce(0) { $0 + $1 * $1 / expected }
  let farthest = errors.indices.max { errors[$0] < errors[$1] } ?? 0
  try exam.expect(
    sum < limit,
    "\(counts[farthest].name) came out \(counts[farthest].count) times of \(times), expected about "
      + "\(Int(expected))")
}

private func shuffle(_ exam: Examination, _ run: ShuffleRun) throws -> ShuffleTrace {
  let trace = try exam.ask(.shuffled, run)
  try exam.require([trace.batches.count, trace.next.count].allSatisfy { $0 == run.batches.count })
  exam.note(trace, of: .shuffled, run)
  return trace
}
