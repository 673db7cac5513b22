import Checks
import Foundation
import Grading
import Testing

/// Proofs take minutes the first time, since they build a subject for every known mistake.
let proofs = ProcessInfo.processInfo.environment["GRADUS_PROOFS"] == "1"

@Suite("Known mistakes", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct MistakeTests {
  static let cases = Catalogue.exercises.flatMap { exercise in
    exercise.checks.flatMap { check in
      check.mistakes.map { (CheckCase(exercise: exercise, check: check), $0.id) }
    }
  }

  @Test("Each is rejected by its check, and named", arguments: cases)
  func isRejectedAndNamed(_ each: CheckCase, id: String) throws {
    let workshop = try Workshop(each.exercise, installation: .find())
    let oracle = Oracle { try workshop.subject($0, $1) }
    let result = try each.result(of: .mistake(id), oracle: oracle, seed: 3)
    let mistake = try #require(each.check.mistakes.first { $0.id == id })
    #expect(result.verdict == .failed, "\(result.message)")
    #expect(result.message.contains("exactly what comes out when \(mistake.explanation)."))
  }

  @Test("A run that leads nowhere for another reason gets no wrong name")
  func isNotNamedAfterAnother() throws {
    let exercise = try Catalogue.exercise("05")
    let check = try #require(exercise.checks.first { $0.id == "05.training.overfit" })
    let workshop = try Workshop(exercise, installation: .find())
    let oracle = Oracle { try workshop.subject($0, $1) }
    let result = try CheckCase(exercise: exercise, check: check).result(
      of: .mistake("net.zeros"), oracle: oracle, seed: 3)
    #expect(result.verdict == .failed)
    #expect(!result.message.contains("exactly what comes out when"))
  }

  @Test("Each is named at the public seed by the answer key alone", arguments: cases)
  func isNamedByTheAnswerKey(_ each: CheckCase, id: String) throws {
    let key = try AnswerKey(contentsOf: Installation.find().answerKey(of: each.exercise))
    let result = try each.result(
      of: .mistake(id), oracle: Oracle(key: key), seed: Catalogue.publicSeed)
    let mistake = try #require(each.check.mistakes.first { $0.id == id })
    #expect(result.message.contains("exactly what comes out when \(mistake.explanation)."))
  }

  @Test(
    "The answer keys are what the reference and the mistakes answer today",
    arguments: Catalogue.exercises)
  func answerKeysHaveNotDrifted(exercise: Exercise) throws {
    let installation = try Installation.find()
    let derivation = try Derivation(
      exercise, installation: installation, seed: Catalogue.publicSeed)
    let recorded = try AnswerKey(contentsOf: installation.answerKey(of: exercise))
    let today = try derivation.answerKey()
    #expect(recorded.entries == today.entries, "run 'swift run grader derive'")
  }
}
