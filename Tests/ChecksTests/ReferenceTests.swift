import Checks
import Foundation
import Grading
import Testing

/// The reference is graded like any submission.
@Suite("The reference")
struct ReferenceTests {
  static let cases = Catalogue.exercises.flatMap { exercise in
    exercise.checks.map { CheckCase(exercise: exercise, check: $0) }
  }

  @Test("It passes every check at the public seed, by the answer key alone", arguments: cases)
  func passesByTheAnswerKey(_ each: CheckCase) throws {
    let key = try Kept.answerKey(of: each.exercise)
    let result = try each.result(
      of: .reference, oracle: Oracle(key: key), seed: Catalogue.publicSeed)
    #expect(result.verdict == .passed, "\(result.message)")
  }

  /// At one, since there are many: `grader prove NN --styles --only Solutions` asks at twenty.
  @Test("It passes every check at another seed, asked itself", arguments: cases)
  func passesAtAnotherSeed(_ each: CheckCase) throws {
    let workshop = try Kept.workshop(of: each.exercise)
    let oracle = try Oracle(workshop)
    let result = try each.result(of: .reference, oracle: oracle, seed: 1)
    #expect(result.verdict == .passed, "\(result.message)")
  }
}

/// What is expected of a way back is what the reference's gives: that is proved, and not believed.
@Suite("The reference's ways back")
struct ReferenceGradientTests {
  /// With `GRADUS_SEEDS` so many.
  static let seeds = Array(
    1...(ProcessInfo.processInfo.environment["GRADUS_SEEDS"].flatMap(UInt64.init) ?? 2))

  @Test(
    "They are the slopes of its own forward passes, and in float32 what they are in float64",
    arguments: ReferenceTests.cases, seeds)
  func areSlopes(_ each: CheckCase, seed: UInt64) throws {
    let workshop = try Kept.workshop(of: each.exercise)
    let exam = Examination(
      check: each.check, subject: try workshop.subject(.reference, .training),
      oracle: try Oracle(workshop), data: nil, seed: seed)
    try each.check.proof(exam)
  }
}

/// A check, with the exercise that it belongs to.
struct CheckCase: Sendable, CustomTestStringConvertible {
  var exercise: Exercise
  var check: Check

  var testDescription: String { check.id }

  /// Decides the check alone, without those it builds on.
  func result(
    of implementation: Oracle.Implementation, oracle: Oracle, seed: UInt64
  ) throws -> CheckResult {
    let workshop = try Kept.workshop(of: exercise)
    let examiner = Examiner(
      exercise, seed: seed, oracle: oracle, data: try exercise.data?.synthetic(seed)
    ) { check in
      try workshop.subject(implementation, check.limits)
    }
    return examiner.resultAlone(of: check)
  }
}
