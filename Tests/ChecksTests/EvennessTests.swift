import Doorway
import Grading
import Tensors
import Testing

@testable import Checks

@Suite("Shares that chance makes")
struct EvennessTests {
  /// A mask [40, 50] whose entry at a row and a column happens where the number of that place does.
  private func isEven(
    _ probability: Double, seed: UInt64, of place: (Int, Int) -> Int
  ) throws -> Bool {
    let check = Check("99.it.is", claim: "it is", points: 1, hints: ["?"]) { _ in }
    let exam = Examination(
      check: check, subject: Silent(), oracle: Oracle(), data: nil, seed: 1)
    var generator = SeededGenerator(seed: seed)
    let draws = Tensor(uniform: [2000], using: &generator).scalars
    let mask = (0..<40).flatMap { row in
      (0..<50).map { draws[place(row, $0)] < probability ? 1.0 : 0 }
    }
    do {
      try exam.expectShares(Tensor(shape: [40, 50], scalars: mask), probability, "dropped")
      return true
    } catch is Failure {
      return false
    }
  }

  @Test(
    "An entry each is let pass, at any seed", arguments: [0.15, 0.3, 0.5, 0.85, 0, 1])
  func independent(probability: Double) throws {
    for seed in 1...300 as ClosedRange<UInt64> {
      #expect(try isEven(probability, seed: seed) { 50 * $0 + $1 }, "seed \(seed)")
    }
  }

  @Test(
    "One for a whole row, or for a whole column, is refused",
    arguments: [0.15, 0.3, 0.5, 0.85])
  func shared(probability: Double) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      #expect(try !isEven(probability, seed: seed) { row, _ in row })
      #expect(try !isEven(probability, seed: seed) { _, column in column })
    }
  }
}

/// A subject that is never asked.
private final class Silent: Subject {
  let printed = ""

  func exchange(
    _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
  ) throws -> Frame {
    throw SubjectEnd.exited(status: 0)
  }
}
