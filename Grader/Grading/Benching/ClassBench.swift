import Foundation

/// Batches of growing size, from a seminar's to that of a lecture with a thousand students: whether
/// what they take grows with their size alone.
public struct ClassBench {
  private let exercise: Exercise
  private let workshop: Workshop
  private let oracle: Oracle
  private let data: TrainingData
  private let seed: UInt64

  private static let sizes = [10, 100, 1000]

  public init(
    _ exercise: Exercise, installation: Installation, seed: UInt64
  ) throws(GraderError) {
    self.exercise = exercise
    self.seed = seed
    workshop = try Workshop(exercise, installation: installation)
    oracle = try .standard(exercise, installation)
    data = try .synthetic(seed: seed)
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
    let output = try ScratchFolder()
    let sources = try workshop.sources(of: .reference)
    for i in 0..<count {
      let submission = "\(folder.path)/student-\(i)"
      try Folder.make(submission)
      for (name, text) in sources {
        let isEdited = name == exercise.files[0]
        let edit = Data("public func student() -> Int { \(count * 10_000 + i) }\n".utf8)
        try AtomicFile.write(
          isEdited ? text + edit : text, to: "\(submission)/\(name)", durably: false)
      }
    }
    let start = ContinuousClock.now
    let reports = try Batch(
      exercise, folder: folder.path, output: output.path,
      jobs: ProcessInfo.processInfo.activeProcessorCount, seed: seed, data: data,
      workshop: workshop, oracle: oracle
    ).run { _, _, _ in }
    let taken = Grading.seconds(since: start)
    for check in reports.flatMap(\.checks) where check.verdict != .passed {
      throw GraderError.referenceFails(check: check.id, message: check.message)
    }
    return taken
  }
}
