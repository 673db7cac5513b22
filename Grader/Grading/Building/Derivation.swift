import Foundation

/// What is not written by hand: the stubs, the students' tests, and the answer key, all out of
/// `Solutions` and the checks.
public struct Derivation: Sendable {
  public let exercise: Exercise
  private let installation: Installation
  private let workshop: Workshop
  private let seed: UInt64

  public init(
    _ exercise: Exercise, installation: Installation, seed: UInt64
  ) throws(GraderError) {
    self.exercise = exercise
    self.installation = installation
    self.seed = seed
    workshop = try Workshop(exercise, installation: installation)
  }

  /// The files of `Exercises` and `Tests`, by path.
  public func texts() throws -> [String: Data] {
    var texts: [String: Data] = [:]
    let room = installation.stubs(of: exercise)
    for (file, stub) in try workshop.stubs() { texts["\(room)/\(file)"] = stub }
    let solutions = try workshop.sources(of: .reference)
    for file in exercise.given { texts["\(room)/\(file)"] = solutions[file] }
    texts["\(installation.root)/Tests/ExerciseTests/\(exercise.module)Tests.swift"] =
      Data(tests.utf8)
    return texts
  }

  /// One test function a check, titled by its claim, so that editors list the claims, and a part
  /// that is still to be written is seen: in a case of a parameterised test it would not be.
  var tests: String {
    let functions = exercise.checks.map { check in
      """
        @Test("\(check.id): \(check.claim)")
        func \(Self.functionName(check.id))() throws {
          try examine("\(check.id)")
        }
      """
    }
    return """
      // swift-format-ignore-file
      // Derived by `grader derive` from the checks of exercise \(exercise.number).
      import Testing

      @Suite("Exercise \(exercise.number): \(exercise.title)", .serialized)
      struct \(exercise.module) {
      \(functions.joined(separator: "\n\n"))
      }

      """
  }

  /// "05.relu.gradient" → "reluGradient": what `swift test --filter` looks for.
  private static func functionName(_ id: String) -> String {
    let words = id.split { ".-".contains($0) }.dropFirst()
    return words.enumerated().map { i, word in
      i == 0 ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
  }

  /// Answers of the reference to all that the checks ask at the public seed, and what the known
  /// mistakes of each check answer.
  ///
  /// - Throws: `GraderError` where the reference does not pass.
  public func answerKey() throws -> AnswerKey {
    let workshop = workshop
    let oracle = Oracle(recording: true) { try workshop.subject($0, $1) }
    let examiner = Examiner(
      exercise, seed: seed, oracle: oracle, data: try .synthetic(seed: seed)
    ) { check in
      try workshop.subject(.reference, check.limits)
    }
    for check in exercise.checks {
      let result = examiner.result(of: check)
      guard result.verdict == .passed else {
        throw GraderError.referenceFails(check: check.id, message: result.message)
      }
    }
    return oracle.key
  }
}
