import Foundation

/// The reference of an exercise, saved with other code each time, and all that decides about it.
struct BenchedReference {
  let exercise: Exercise
  let workshop: Workshop
  let oracle: Oracle
  let data: TrainingData?
  let seed: UInt64
  private let sources: [String: Data]

  init(
    _ exercise: Exercise, installation: Installation, seed: UInt64
  ) throws(GraderError) {
    self.exercise = exercise
    self.seed = seed
    workshop = try Workshop(exercise, installation: installation)
    oracle = try .standard(exercise, installation)
    data = try exercise.data?.synthetic(seed)
    sources = try workshop.sources(of: .reference)
  }

  /// Writes the files with a function that no compiler has seen: where nothing but a comment is
  /// new, it finds the object that it made before and leaves it.
  func save(to folder: String) throws(GraderError) {
    let edit = "public func saved() -> Int { \(Int.random(in: 0..<1 << 50)) }\n"
    for (name, text) in sources {
      let isEdited = name == exercise.files[0]
      try AtomicFile.write(
        isEdited ? text + Data(edit.utf8) : text, to: "\(folder)/\(name)", durably: false)
    }
  }

  /// Grades the submissions in `folder`.
  func grade(_ folder: String, jobs: Int) throws {
    let output = try ScratchFolder()
    let reports = try Batch(
      exercise, SubmissionFolder(folder),
      output: BatchOutput(output.path, of: exercise, apartFrom: folder, seed: seed, secret: ""),
      jobs: jobs, data: data, workshop: workshop, oracle: oracle, asksReference: false
    ).run().reports
    for check in reports.flatMap(\.checks) { try requirePassed(check) }
  }

  /// A bench of what does not work would be none.
  func requirePassed(_ result: CheckResult) throws(GraderError) {
    guard result.verdict == .passed else {
      throw .referenceFails(check: result.id, message: result.message)
    }
  }
}
