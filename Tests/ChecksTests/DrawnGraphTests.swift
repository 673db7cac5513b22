import Checks
import Grading
import Testing

@Suite("Graphs that are drawn at random")
struct DrawnGraphTests {
  /// With other leaves, which a contract asks as well, the same graph may take the logarithm of a negative
  /// number: that is nobody's mistake, and is not asked.
  @Test("The reference passes what is asked of them, at any seed")
  func areAnswered() throws {
    let exercise = try Catalogue.exercise("07")
    let check = try #require(exercise.check("07.scalar.random"))
    let each = CheckCase(exercise: exercise, check: check)
    let oracle = try Oracle(Kept.workshop(of: exercise))
    for seed in 0..<120 as Range<UInt64> {
      let result = try each.result(of: .reference, oracle: oracle, seed: seed)
      #expect(result.verdict == .passed, "seed \(seed): \(result.message)")
    }
  }
}
