import Checks
import Foundation
import Grading
import Synchronization
import Testing

#if GRADUS_EDITOR
  import subject
#endif

/// Asks all checks of the student's work on one exercise. What is still to be written is no issue.
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
    #if GRADUS_EDITOR
      report = try work(on: exercise).report()
    #else
      report = try OwnWork.report(on: exercise, .find(), seed: Catalogue.publicSeed)
    #endif
  } catch {
    let sentence = Sentences.error(error)
    Summary.shared.add(.undecided(exercise, sentence))
    Issue.record("\(sentence)", sourceLocation: sourceLocation)
    return
  }
  Summary.shared.add(.examined(exercise, report))
  let failures = report.checks.filter(\.verdict.isFailure)
  if !failures.isEmpty {
    // The summary says the rest.
    let names = failures.map(\.id).joined(separator: ", ")
    Issue.record("\(names)", sourceLocation: sourceLocation)
  }
}

/// Asks one check, and says what it found. What it builds on is decided first, and no check is
/// decided twice in one run.
func examine(
  _ id: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (exercise, check) = try Catalogue.check(id)
  let result = try work(on: exercise).result(of: check)
  if !result.output.isEmpty {
    print("printed by \(id):\n\(result.output)")
  }
  switch result.verdict {
  case .passed: break
  case .unfinished:
    try Test.cancel("to do: \(result.message)", sourceLocation: sourceLocation)
  case .blocked:
    try Test.cancel("blocked: \(result.message)", sourceLocation: sourceLocation)
  case .failed, .doesNotCompile, .crashed, .timedOut, .notRead, .refused,
    .graderFault:
    let hint = result.hint.isEmpty ? "" : "\nHint: \(result.hint)"
    Issue.record("\(result.message)\(hint)", sourceLocation: sourceLocation)
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
