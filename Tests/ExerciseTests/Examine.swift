import Checks
import Foundation
import Grading
import Synchronization
import Testing
import subject

/// Asks one check of the exercise that is built in this package, and says what it found.
///
/// What the check builds on is decided first, and no check is decided twice in one run.
func examine(
  _ id: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (exercise, check) = try Catalogue.check(id)
  let result = try examiner(of: exercise).result(of: check)
  if !result.output.isEmpty {
    print("printed by \(id):\n\(result.output)")
  }
  switch result.verdict {
  case .passed:
    break
  case .unfinished:
    try Test.cancel("to do: \(result.message)", sourceLocation: sourceLocation)
  case .blocked:
    try Test.cancel("blocked: \(result.message)", sourceLocation: sourceLocation)
  case .failed, .doesNotCompile, .crashed, .timedOut, .refused, .graderFault:
    let hint = result.hint.isEmpty ? "" : "\nHint: \(result.hint)"
    Issue.record("\(result.message)\(hint)", sourceLocation: sourceLocation)
  }
}

/// One examiner an exercise, for the whole run.
private let examiners = Mutex<[String: Examiner]>([:])

private func examiner(of exercise: Exercise) throws -> Examiner {
  try examiners.withLock { examiners in
    if let examiner = examiners[exercise.number] { return examiner }
    let installation = try Installation.find()
    let seed = Catalogue.publicSeed
    let inProcess = ProcessInfo.processInfo.environment["GRADUS_IN_PROCESS"] == "1"
    let examiner = Examiner(
      exercise, seed: seed, oracle: try .standard(exercise, installation),
      data: try .select(seed: seed)
    ) { check in
      if inProcess { return InProcessSubject(allAnswers) }
      return try SubjectProcess(
        executable: installation.subject, studentFiles: Set(exercise.files), limits: check.limits)
    }
    examiners[exercise.number] = examiner
    return examiner
  }
}
