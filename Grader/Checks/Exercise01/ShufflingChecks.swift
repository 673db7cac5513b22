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
    claim: "every order is as likely as every other, whatever came before",
    points: 3, buildsOn: ["01.shuffled.seeds"],
    hints: ["Three samples have six orders. Can yours all come out, and equally often?"],
    examine: examineOrders),
]

private func examinePairs(_ exam: Examination) throws {
  let n = exam.counts(2, in: 3...6)
  let shapes = [
    [n[0], n[1]], [n[0], n[0]], [n[0], n[1]], [1, 3], [n[1], 2, 3], [exam.prime()], [n[1], 1],
  ]
  var batches = shapes.enumerated().map { i, shape in
    let x = exam.normal(shape, deviation: i == 0 ? 300 : 1).converted(
      to: i == 1 ? .float32 : .float64)
    // Labels of one batch may be told apart; in the next some are the same, as labels are.
    return LabeledRows(
      x,
      labels: i == 0
        ? Array(7..<7 + shape[0]).shuffled(using: &exam.generator)
        : exam.labels(shape[0], classes: 2))
  }
  // Samples may be the same, too, and their labels others.
  let twice = exam.normal([4, 2]).rows(at: [0, 1, 0, 2, 0, 3, 1])
  batches.append(LabeledRows(twice, labels: Array(0..<7).shuffled(using: &exam.generator)))
  let run = ShuffleRun(batches, seed: exam.seed)
  let trace = try shuffle(exam, run)
  for (seen, given) in zip(trace.batches, batches) { try expectPairs(exam, seen, of: given) }
}

private func expectPairs(_ exam: Examination, _ seen: LabeledRows, of given: LabeledRows) throws {
  let shape = given.x.shape
  try exam.expect(
    seen.x.shape == shape, "of x \(shape) came back a tensor \(seen.x.shape)")
  try exam.expect(
    seen.labels.count == given.labels.count,
    "of \(given.labels.count) labels came back \(seen.labels.count)")
  let rows = given.labels.indices.map { given.x.row($0).scalars }
  var isLeft = given.labels.map { _ in true }
  for (i, label) in seen.labels.enumerated() {
    let row = seen.x.row(i).scalars
    let origins = rows.indices.filter { rows[$0] == row }
    try exam.expect(
      !origins.isEmpty, "row \(i) of what came back is no row of x \(shape)")
    let left = origins.filter { isLeft[$0] }
    try exam.expect(
      !left.isEmpty, "row \(origins.first ?? 0) of x \(shape) came back more than once")
    let own = left.first { given.labels[$0] == label }
    try exam.expect(
      own != nil,
      "row \(left.first ?? 0) of x \(shape) has the label \(given.labels[left.first ?? 0]), and came "
        + "back with \(label)")
    if let own { isLeft[own] = false }
  }
}

private func examineSeeds(_ exam: Examination) throws {
  let n = exam.prime()
  func rows(_ shape: [Int]) -> LabeledRows {
    LabeledRows(exam.normal([n] + shape), labels: exam.labels(n, classes: 100))
  }
  let batch = rows([2])
  let other = LabeledRows(exam.normal([5, 1]), labels: [0, 1, 2, 3, 4])
  let run = ShuffleRun([batch, batch, other], seed: exam.seed)
  let trace = try shuffle(exam, run)
  let first = trace.batches[0].x
  try exam.expect(first != batch.x, "the samples came back in the order in which they were")
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

  // A program that has only just been started knows no seeds but these.
  try exam.expect(
    try exam.askAfresh(.shuffled, run).batches == trace.batches,
    "a generator with the same seed gave another order when the program was started again")
  try exam.expect(
    try exam.askAfresh(.shuffled, elsewhere).batches.first?.x != first,
    "a generator with another seed gave the same order when the program was started again")

  // Other samples, other labels: the order is the generator's alone.
  let others = LabeledRows(exam.normal(batch.x.shape), labels: batch.labels.sorted(by: >))
  let seen = try shuffle(exam, ShuffleRun([others], seed: run.seed)).batches[0]
  try exam.expect(
    order(of: seen.x, in: others.x) == order(of: first, in: batch.x),
    "with the same generator, other samples and labels came back in another order")
  for shape in [[], [2, 3]] {
    let batch = rows(shape)
    try exam.expect(
      try shuffle(exam, ShuffleRun([batch], seed: run.seed)).batches[0].x != batch.x,
      "samples x \(batch.x.shape) came back in the order in which they were")
  }
}

/// Where each row of what came back was.
private func order(of seen: Tensor, in x: Tensor) -> [Int] {
  let rows = (0..<x.shape[0]).map { x.row($0).scalars }
  guard seen.shape == x.shape else { return [] }
  return rows.indices.map { rows.firstIndex(of: seen.row($0).scalars) ?? -1 }
}

/// Of three and of four rows every order has to come as often as every other, whichever came before;
/// of many every row at every place. How far off that is, is the sum of what the counts are off by,
/// squared, over what they should be (Pearson's χ²). Each limit is passed one time in 10¹¹ or less.
private func examineOrders(_ exam: Examination) throws {
  let three = try orders(exam, rows: 3, times: 12_000)
  try expectEqual(
    exam, named(three, permutations(of: 3)) { "the order \($0)" }, of: 12_000, below: 60)
  let four = try orders(exam, rows: 4, times: 12_000)
  try expectEqual(
    exam, named(four, permutations(of: 4)) { "the order \($0)" }, of: 12_000, below: 105)

  let pairs = stride(from: 0, to: three.count, by: 2).map { [three[$0], three[$0 + 1]] }
  let all = permutations(of: 3).flatMap { a in permutations(of: 3).map { [a, $0] } }
  try expectEqual(
    exam, named(pairs, all) { "the order \($0[1]) after \($0[0])" }, of: 6_000,
    below: 125)

  for (count, times, limit) in [(7, 2_000, 65.0), (exam.prime(), 1_000, 180)] {
    let seen = try orders(exam, rows: count, times: times)
    for row in 0..<count {
      let places = (0..<count).map { place in
        ("row \(row) of \(count) at place \(place)", seen.count { $0[place] == row })
      }
      try expectEqual(exam, places, of: times, below: limit)
    }
  }
}

private func permutations(of count: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return permutations(of: count - 1).flatMap { shorter in
    (0..<count).map { place in
      var longer = shorter
      longer.insert(count - 1, at: place)
      return longer
    }
  }
}

/// How often each of `all` is among what was seen.
private func named<Thing: Hashable>(
  _ seen: [Thing], _ all: [Thing], _ name: (Thing) -> String
) -> [(name: String, count: Int)] {
  let counts = seen.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  return all.map { (name($0), counts[$0] ?? 0) }
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
