import Foundation

/// Batches of growing size, from a seminar's to that of a lecture with a thousand students: whether
/// what they take grows with their size alone.
public struct ClassBench {
  private let reference: BenchedReference

  private static let sizes = [10, 100, 1000]

  public init(
    _ exercise: Exercise, installation: Installation, seed: UInt64
  ) throws(GraderError) {
    reference = try BenchedReference(exercise, installation: installation, seed: seed)
  }

  /// One row for each size; the limit is its share of the time for the largest.
  ///
  /// - Parameter done: Called with each size and its seconds, since the largest takes long.
  public func rows(done: (Int, Double) -> Void) throws -> [BenchRow] {
    let seconds = try Self.sizes.map { size in
      let seconds = try grade(size)
      done(size, seconds)
      return seconds
    }
    let largest = Double(Self.sizes.last!)
    return zip(Self.sizes, seconds).map { size, taken in
      BenchRow(
        "submissions", "a batch of \(size)",
        Rounds.Medians(ours: taken, limit: seconds.last! * Double(size) / largest),
        limit: "its share of a batch of \(Self.sizes.last!)")
    }
  }

  /// Grades that many copies of the reference, no two alike, on all cores.
  private func grade(_ count: Int) throws -> Double {
    let folder = try ScratchFolder()
    for i in 0..<count {
      let submission = "\(folder.path)/student-\(i)"
      try Folder.make(submission)
      try reference.save(to: submission)
    }
    let start = ContinuousClock.now
    try reference.grade(folder.path, jobs: ProcessInfo.processInfo.activeProcessorCount)
    return seconds(since: start)
  }
}
