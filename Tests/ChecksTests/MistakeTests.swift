import Checks
import Foundation
import Grading
import Proofs
import Testing

@Suite("Known mistakes", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct MistakeTests {
  static let cases: [(CheckCase, KnownMistake)] = Catalogue.ofThisTurn.flatMap { exercise in
    let mistakes = try? Kept.workshop(of: exercise).mistakes().map(\.mistake)
    return (mistakes ?? []).flatMap { mistake in
      mistake.checks.compactMap { exercise.check($0) }.map {
        (CheckCase(exercise: exercise, check: $0), mistake)
      }
    }
  }

  /// At one, since there are many: `grader prove NN --mistakes` asks at three.
  @Test(
    "Each is rejected by its checks, and named, at another seed", arguments: Catalogue.ofThisTurn)
  func areRejectedAndNamed(exercise: Exercise) throws {
    let proof = try Prover(
      exercise, installation: .find(), seed: 3, jobs: ProcessInfo.processInfo.activeProcessorCount
    ).knownMistakes(seeds: 1)
    #expect(!proof.outcomes.isEmpty)
    let isNamed = proof.outcomes.allSatisfy { $0.isNamed }
    #expect(isNamed, "\(Screen.mistakes(proof))")
  }

  @Test("A run that leads nowhere for another reason gets no wrong name")
  func isNotNamedAfterAnother() throws {
    let exercise = try Catalogue.exercise("05")
    let check = try #require(exercise.checks.first { $0.id == "05.training.overfit" })
    let workshop = try Kept.workshop(of: exercise)
    let oracle = try Oracle(workshop)
    let result = try CheckCase(exercise: exercise, check: check).result(
      of: .mistake("net.zeros"), oracle: oracle, seed: 3)
    #expect(result.verdict == .failed)
    #expect(!result.message.contains("exactly what comes out when"))
  }

  @Test("Each is named at the public seed by the answer key alone", arguments: cases)
  func isNamedByTheAnswerKey(_ each: CheckCase, mistake: KnownMistake) throws {
    let key = try Kept.answerKey(of: each.exercise)
    let result = try each.result(
      of: .mistake(mistake.id), oracle: Oracle(key: key), seed: Catalogue.publicSeed)
    guard !mistake.isRounding else {
      // A key of another kind of machine can but reject it; where it is built it has its name.
      #expect(result.verdict == .failed)
      return
    }
    #expect(result.message.contains("exactly what comes out when \(mistake.explanation)."))
  }

  @Test("What rounding has left is in no answer key", arguments: Catalogue.exercises)
  func keysHaveNoRounding(exercise: Exercise) throws {
    let rounding = try Kept.workshop(of: exercise).mistakes().filter(\.isRounding).map(\.id)
    let known = try Kept.answerKey(of: exercise).mistakes.map(\.id)
    #expect(!known.isEmpty)
    #expect(Set(known).isDisjoint(with: rounding))
  }

  @Test(
    "The answer keys are what the reference answers today, and in their turn the mistakes",
    arguments: Catalogue.exercises)
  func answerKeysHaveNotDrifted(exercise: Exercise) throws {
    let isWhole = Catalogue.ofThisTurn.contains { $0.number == exercise.number }
    let installation = try Installation.find()
    let derivation = try Derivation(
      exercise, installation: installation, seed: Catalogue.publicSeed)
    let recorded = try AnswerKey(contentsOf: installation.answerKey(of: exercise))
    let today = try derivation.answerKey(foretelling: isWhole)
    #expect(
      (isWhole ? recorded : recorded.ofReference).agrees(with: today),
      "run 'swift run grader derive'")
  }
}
