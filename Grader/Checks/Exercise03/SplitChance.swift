import Doorway
import Grading

extension Examination {
  /// Expects each number in each part as often as its share says, no two of them bound to one another or
  /// kept apart; and the same again from the same generator, others from another.
  ///
  /// - Parameter shares: Of the parts that are put aside, and of training where it is one of them. Of
  ///   each class it is a whole number of samples.
  func expectChance(_ asked: SplitRun, shares: [Double]) throws {
    var run = asked
    run.times = 4000
    let seen = try ask(.splits, run)
    try require(seen.times.count == run.times)
    let first = run.isSplit ? 0 : 1
    let parts = stride(from: first, to: first + shares.count * run.stride, by: run.stride)
    let count = run.stride * (shares.count - 1) + first + 1
    try require(seen.times.allSatisfy { $0.count == count })
    for (part, share) in zip(parts, shares) {
      // A bit for each number.
      let masks = seen.times.map { times in
        times[part].reduce(UInt64(0)) { $0 | (0..<64 ~= $1 ? 1 << UInt64($1) : 0) }
      }
      try expectEven(masks, run, share, run.name(of: part))
      if part == count - 1 { try expectFreePairs(masks, run, share, run.name(of: part)) }
    }
    var (short, other) = (run, run)
    (short.times, other.times) = (3, 3)
    other.seed &+= 1
    let (a, b, c) = (try splits(short), try splits(short), try splits(other))
    try expect(a == b, "the same generator gave another split the second time")
    try expect(a != c, "another generator gave the same split")
    try expectSameAfresh(a, short)
  }

  /// - Parameter masks: Which numbers were in the part, time by time.
  private func expectEven(
    _ masks: [UInt64], _ run: SplitRun, _ share: Double, _ name: String
  ) throws {
    let n = run.labels.count
    let counts = (0..<n).map { number in masks.count { $0 >> UInt64(number) & 1 == 1 } }
    try expectEven(counts, of: masks.count, share, freedom: n - run.classCount) {
      "times sample \($0) was in \(name)"
    }
  }

  private func expectFreePairs(
    _ masks: [UInt64], _ run: SplitRun, _ share: Double, _ name: String
  ) throws {
    let own = Double(run.labels.count / run.classCount)
    for a in run.labels.indices {
      for b in 0..<a {
        let isOneClass = run.classCount == 1 || run.labels[a] == run.labels[b]
        let both: UInt64 = 1 << UInt64(a) | 1 << UInt64(b)
        try expectAbout(
          masks.count { $0 & both == both }, of: masks.count,
          share * (isOneClass ? (share * own - 1) / (own - 1) : share),
          "times samples \(b) and \(a) were both in \(name)")
      }
    }
  }
}

extension SplitRun {
  fileprivate var isSplit: Bool {
    if case .split = kind { true } else { false }
  }

  /// How many classes are split each for itself.
  fileprivate var classCount: Int { isStratified ? Set(labels).count : 1 }

  /// From one part to the next: of a fold the training part is what is left over.
  fileprivate var stride: Int { isSplit ? 1 : 2 }

  fileprivate func name(of part: Int) -> String {
    isSplit ? ["training", "validation", "test"][part] : "validation of fold \(part / 2)"
  }
}
