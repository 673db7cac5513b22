import Foundation

/// What is not written by hand of an exercise: the stubs, the students' tests, the samples that are
/// solution or stub, the handout's table of parts and the answer key, all out of `Solutions` and the
/// checks.
public struct Derivation: Sendable {
  public let exercise: Exercise
  private let installation: Installation
  private let workshop: Workshop
  private let seed: UInt64

  /// - Throws: `GraderError.noSolutions` in a student's package.
  public init(
    _ exercise: Exercise, installation: Installation, seed: UInt64
  ) throws(GraderError) {
    guard installation.hasSolutions else { throw .noSolutions(root: installation.root) }
    self.exercise = exercise
    self.installation = installation
    self.seed = seed
    workshop = try Workshop(exercise, installation: installation)
  }

  /// The files of `Exercises`, `Tests` and the samples, by path beneath the package.
  public func texts() throws(GraderError) -> [String: Data] {
    var texts: [String: Data] = [:]
    let room = "Exercises/\(exercise.folder)"
    let samples = "Data/Submissions/\(exercise.number)"
    let solutions = try workshop.sources(of: .reference)
    for (file, stub) in try workshop.stubs() {
      texts["\(room)/\(file)"] = stub
      texts["\(samples)/untouched/\(file)"] = stub
      texts["\(samples)/reference/\(file)"] = solutions[file]
      // Finished work in a folder beneath stubs: not every exercise has such a sample.
      let covered = "\(samples)/stub-in-front/\(file)"
      if FileManager.default.fileExists(atPath: "\(installation.root)/\(covered)") {
        texts[covered] = stub
      }
    }
    for file in exercise.given { texts["\(room)/\(file)"] = solutions[file] }
    texts["Tests/ExerciseTests/\(exercise.module)Tests.swift"] = Data(tests.utf8)
    return texts
  }

  /// The files that `write` would refuse to write over, since somebody has worked in them.
  public func edited() throws(GraderError) -> [String] {
    DerivedFiles(of: exercise, root: installation.root).edited(
      try texts(), passages: [try HandoutTable(exercise, root: installation.root).passage()])
  }

  /// Writes what has changed of all of it, and returns a line on each file that was written.
  public func write() throws -> [String] {
    try requireMistakes()
    let texts = try texts()
    let table = HandoutTable(exercise, root: installation.root)
    var lines = try DerivedFiles(of: exercise, root: installation.root).write(
      texts, passages: [try table.passage()])
    if let handout = try table.write() { lines.append(handout) }
    let key = try answerKey()
    if try key.write(to: installation.answerKey(of: exercise)) {
      lines.append("Data/AnswerKeys/\(exercise.number), \(key.count) answers")
    }
    return lines
  }

  /// - Throws: `GraderError` where a mistake cannot be made, or no check tells it.
  private func requireMistakes() throws(GraderError) {
    for mistake in try workshop.mistakes() {
      _ = try workshop.sources(of: .mistake(mistake.id))
      let strange = mistake.checks.first { exercise.check($0) == nil }
      guard !mistake.checks.isEmpty, strange == nil else {
        throw .badCourse(
          path: "\(installation.solutions(of: exercise))/mistakes.txt",
          "\(mistake.id) is told by "
            + (strange.map { "\($0), and exercise \(exercise.number) has no such check" }
              ?? "no check"))
      }
    }
  }

  /// One test for a terminal, where a line for each of some hundred checks, or three more for a suite,
  /// would hide the one that matters; and for an editor a function for each check, titled by its claim, so that the editor
  /// lists them and can stop in one.
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

      #if GRADUS_EDITOR
        @Suite("Exercise \(exercise.number): \(exercise.title)", .serialized)
        struct \(exercise.module) {
      \(functions.joined(separator: "\n\n"))
        }
      #else
        @Test("Exercise \(exercise.number): \(exercise.title)")
        func \(exercise.module)() throws {
          try examineAll(of: "\(exercise.number)")
        }
      #endif

      """
  }

  /// "05.relu.gradient" → "reluGradient": what an editor lists and `--filter` looks for.
  private static func functionName(_ id: String) -> String {
    let words = id.split { ".-".contains($0) }.dropFirst()
    return words.enumerated().map { i, word in
      i == 0 ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
  }

  /// Answers of the reference to all that the checks ask at the public seed, and what the known
  /// mistakes of each check answer.
  ///
  /// - Parameter foretelling: Whether the mistakes are built and asked, which takes most of the time.
  /// - Throws: `GraderError` where the reference does not pass.
  public func answerKey(foretelling: Bool = true) throws -> AnswerKey {
    let workshop = workshop
    // What rounding has left on this machine says nothing on another.
    let mistakes = try workshop.mistakes().map(\.mistake).filter { !$0.isRounding }
    let oracle = Oracle(
      key: AnswerKey(mistakes: mistakes), mistakes: foretelling ? mistakes : [], recording: true
    ) {
      try workshop.subject($0, $1)
    }
    let examiner = Examiner(
      exercise, seed: seed, oracle: oracle, data: try exercise.data?.synthetic(seed)
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
