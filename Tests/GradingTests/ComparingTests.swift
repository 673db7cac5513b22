import Datasets
import Doorway
import Tensors
import Testing

@testable import Grading

@Suite("Comparing answers")
struct ComparingTests {
  @Test("Within tolerance means |seen - expected| ≤ absolute + relative · |expected|")
  func toleranceIsMixed() {
    let tolerance = Tolerance(absolute: 0.1, relative: 0.01)
    #expect(tolerance.accepts(0.1, for: 0))
    #expect(!tolerance.accepts(0.11, for: 0))
    #expect(tolerance.accepts(102.1, for: 101))
    #expect(!tolerance.accepts(102.2, for: 101))
  }

  @Test("NaN is near to nothing, and infinity only to itself")
  func specialNumbers() {
    let tolerance = Tolerance(absolute: 1, relative: 1)
    #expect(!tolerance.accepts(.nan, for: .nan))
    #expect(!tolerance.accepts(.nan, for: 0))
    #expect(tolerance.accepts(.infinity, for: .infinity))
    #expect(!tolerance.accepts(-.infinity, for: .infinity))
    #expect(!tolerance.accepts(.infinity, for: 1e308))
  }

  @Test("In float32, what is left of large numbers may be off by a part of the largest entry")
  func cancellationIsNobodysFault() {
    let expected = Tensor([700, 0.01])
    #expect(Difference.between(Part("y", Tensor([700, 0.0102])), expected, .single) == nil)
    #expect(Difference.between(Part("y", Tensor([700, 0.0102])), expected, .value) != nil)
    #expect(Difference.between(Part("y", Tensor([700, 0.012])), expected, .single) != nil)
    #expect(Difference.between(Part("y", Tensor([0.0102])), Tensor([0.01]), .single) != nil)
  }

  @Test("A shape that differs is told before any entry, even where the counts agree")
  func shapesComeFirst() {
    let difference = Difference.between(
      Part("y", Tensor([[1, 2, 3]])), Tensor([1, 2, 3]), .value)
    #expect(difference == .shape(part: "y", seen: [1, 3], expected: [3]))
  }

  @Test("Of the entries the first that differs is told, and how many do")
  func entriesAreLocated() {
    let difference = Difference.between(
      Part("y", Tensor([[1, 2, 3], [4, 9, 9]])), Tensor([[1, 2, 3], [4, 5, 6]]), .value)
    #expect(
      difference
        == .entry(
          part: "y", shape: [2, 3], index: [1, 1], seen: 9, expected: 5, wrong: 2, count: 6))
  }

  @Test("A shorter tensor does not pass for being right as far as it goes")
  func countsAreCompared() {
    #expect(
      Difference.between(Part("", Tensor([1])), Tensor([1, 2]), .value)
        == .shape(part: "", seen: [1], expected: [2]))
  }

  @Test(
    "The digest is SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 64),
        "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
      ),
    ])
  func digest(text: String, expected: String) {
    #expect(Digest(text).description == expected)
  }
}
