import Doorway
import Tensors
import Testing

@testable import Grading

@Suite("The smallest wrong call")
struct ExampleTests {
  private let check = Check("00.toy", claim: "it is 0", points: 1, hints: ["Is it?"]) { _ in }

  /// An answer that is 0 but for one entry, where 0 was expected; right where no entry is named.
  private func evidence(_ shape: [Int], wrongAt entry: Int?) -> Evidence {
    var entries = [Double](repeating: 0, count: shape.reduce(1, *))
    if let entry { entries[entry] = 5 }
    let seen = Part("", Tensor(shape: shape, scalars: entries))
    return Evidence(
      comparisons: [Comparison(seen: seen, expected: Tensor(zeros: shape))], tolerance: .value,
      question: "toy of \(shape)"
    ) { _ in nil }
  }

  private func explanation(_ evidence: Evidence) -> String {
    var result = CheckResult(check, .failed, message: "wrong")
    result.example = Example(in: [evidence])
    return Screen.explanation(of: result, check)
  }

  @Test("Is that with the fewest entries of those that are wrong, wherever it stands")
  func smallest() throws {
    let example = try #require(
      Example(in: [
        evidence([4, 3], wrongAt: 1), evidence([1], wrongAt: nil), evidence([2, 2], wrongAt: 3),
        evidence([3, 3], wrongAt: 0),
      ]))
    #expect(example.call == "toy of [2, 2]")
    #expect(example.differs == [false, false, false, true])
    #expect((example.wrong, example.compared) == (3, 4))
  }

  @Test("There is none where all is right")
  func none() {
    #expect(Example(in: [evidence([2], wrongAt: nil)]) == nil)
  }

  @Test("The first wrong entry is told where none is among those that are shown, and only there")
  func beyondTheTable() {
    let hidden = explanation(evidence([20, 3], wrongAt: 37))
    #expect(hidden.contains("At [12, 1], the first that differs, yours is 5✗, expected 0."))
    #expect(explanation(evidence([3, 20], wrongAt: 9)).contains("At [0, 9], the first"))
    #expect(!explanation(evidence([20, 3], wrongAt: 4)).contains("the first that differs"))
  }
}
