import Checks
import Foundation
import Grading
import Synchronization
import Testing

#if GRADUS_EDITOR
  import subject
#endif

/// Asks all checks of the student's work on one exercise. What did not pass is an issue each; what is
/// still to be written is none.
func examineAll(
  of number: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let exercise = try Catalogue.exercise(number)
  guard !OwnWork.isUntouched(exercise, try .find()) else {
    Summary.shared.add(.untouched(exercise))
    try Test.cancel("to do: nothing of it has been written", sourceLocation: sourceLocation)
  }
  let report: Report
  do {
    report = try work(on: exercise).report()
  } catch {
    let sentence = Sentences.error(error)
    Summary.shared.add(.undecided(exercise, sentence))
    Issue.record("\(sentence)", sourceLocation: sourceLocation)
    return
  }
  Summary.shared.add(.examined(exercise, report))
  for result in report.checks {
    try record(result, sourceLocation, cancelling: false)
  }
}

/// Asks one check, and says what it found. What it builds on is decided first, and no check is
/// decided twice in one run.
func examine(
  _ id: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (exercise, check) = try Catalogue.check(id)
  let result = try work(on: exercise).examiner.result(of: check)
  if !result.output.isEmpty {
    print("printed by \(id):\n\(result.output)")
  }
  try record(result, sourceLocation, cancelling: true)
}

private func record(
  _ result: CheckResult, _ sourceLocation: SourceLocation, cancelling: Bool
) throws {
  switch result.verdict {
  case .passed: break
  case .unfinished where cancelling:
    try Test.cancel("to do: \(result.message)", sourceLocation: sourceLocation)
  case .blocked where cancelling:
    try Test.cancel("blocked: \(result.message)", sourceLocation: sourceLocation)
  case .unfinished, .blocked: break
  case .failed, .doesNotCompile, .crashed, .timedOut, .refused, .graderFault:
    // The lines of the summary say the rest.
    let message = cancelling ? "\(result.message)\nHint: \(result.hint)" : result.claim
    Issue.record("\(result.id): \(message)", sourceLocation: sourceLocation)
  }
}

/// One build and one examiner an exercise, for the whole run.
private let works = Mutex<[String: Work]>([:])

private func work(on exercise: Exercise) throws -> OwnWork {
  let work = works.withLock { works in
    let work = works[exercise.number] ?? Work()
    works[exercise.number] = work
    return work
  }
  return try work.built(exercise)
}

/// Made outside of the lock of all, so that exercises are built side by side.
private final class Work: Sendable {
  private let work = Mutex<Result<OwnWork, any Error>?>(nil)

  func built(_ exercise: Exercise) throws -> OwnWork {
    try work.withLock { work in
      let made = work ?? Result { try make(exercise) }
      work = made
      return made
    }.get()
  }

  private func make(_ exercise: Exercise) throws -> OwnWork {
    #if GRADUS_EDITOR
      if ProcessInfo.processInfo.environment["GRADUS_IN_PROCESS"] == "1" {
        return try OwnWork(exercise, .find(), seed: Catalogue.publicSeed) { _ in
          InProcessSubject(allAnswers)
        }
      }
    #endif
    return try OwnWork(exercise, .find(), seed: Catalogue.publicSeed)
  }
}
