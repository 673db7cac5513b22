import Doorway
import Grading

extension Examination {
  /// Classes of different sizes, one of a single sample, in no order.
  func unevenLabels() -> [Int] {
    let sizes = [count(in: 11...14), 7, 1, count(in: 18...23), 3, 6, 2]
    return sizes.enumerated().flatMap { [Int](repeating: $0, count: $1) }
      .shuffled(using: &generator)
  }

  /// Labels that are no small numbers without gaps; and none.
  func strangeLabels() -> [[Int]] {
    [[-1, 10, 1000].flatMap { [Int](repeating: $0, count: 5) }.shuffled(using: &generator), []]
  }

  /// Ten samples of each of two classes, in no order.
  func twoClasses() -> [Int] {
    (0..<20).map { $0 % 2 }.shuffled(using: &generator)
  }

  func splits(_ run: SplitRun) throws -> [[[Int]]] {
    let seen = try ask(.splits, run)
    try require(seen.times.count == run.times)
    note(seen, of: .splits, run)
    if case .split = run.kind { try require(seen.times.allSatisfy { $0.count == 3 }) }
    return seen.times
  }

  /// Expects the same of the program when it is started once more, with hash values of its own.
  func expectSameAfresh(_ times: [[[Int]]], _ run: SplitRun) throws {
    try expect(
      try askAfresh(.splits, run).times == times,
      "your program was started once more, and the same generator gave another split: whatever is "
        + "walked through in the order of a Set or a Dictionary comes in another one each time")
  }

  /// Expects each number once in all parts together.
  func expectComplete(_ parts: [[Int]], _ run: SplitRun) throws {
    let all = parts.flatMap(\.self)
    try expect(
      all.sorted() == Array(run.labels.indices),
      "the parts hold \(all.count) numbers, \(Set(all).count) different ones, expected each of "
        + "0 ..< \(run.labels.count) once")
  }

  /// Expects validation and test to have their fractions, but for less than a sample.
  func expectShares(
    _ parts: [[Int]], _ fractions: [Double], of count: Int, _ whose: String
  ) throws {
    for (i, name) in ["validation", "test"].enumerated() {
      let share = fractions[i] * Double(count)
      // A share that is whole is met: 0.29 · 100 falls short of 29 by rounding alone.
      let isWhole = abs(share - share.rounded()) < 1e-9
      try expect(
        abs(Double(parts[i + 1].count) - share) < (isWhole ? 0.5 : 1 - 1e-9),
        "\(name) has \(parts[i + 1].count) samples\(whose), expected a fraction of "
          + "\(fractions[i]) of \(count)")
    }
  }

  func expectFolds(_ parts: [[Int]], _ run: SplitRun, _ k: Int) throws {
    try expect(parts.count == 2 * k, "there are \(parts.count / 2) folds, expected \(k)")
    let validation = (0..<k).map { parts[2 * $0 + 1] }
    try expectComplete(validation, run)
    for fold in 0..<k {
      let both = parts[2 * fold] + validation[fold]
      try expect(
        both.sorted() == Array(run.labels.indices),
        "fold \(fold) trains on \(parts[2 * fold].count) samples and validates on "
          + "\(validation[fold].count), expected each of 0 ..< \(run.labels.count) once")
    }
    let sizes = validation.map(\.count)
    try expect(
      (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1,
      "the validation parts have \(sizes) samples, expected the same but for one")
  }
}
