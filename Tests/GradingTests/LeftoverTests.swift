import Testing

@testable import Grading

@Suite("A stub's line that was left behind")
struct LeftoverTests {
  private func stub(above: String = "", between: String = "", below: String = "") -> String {
    """
    func doubled(_ x: Tensor) -> Tensor {
      let two = 2.0
    \(above)
      // TODO: 1.1  How much is twice?
    \(between)
      unfinished("1.1")
    \(below)
    }
    """
  }

  @Test("is told with its line where code of one's own stands above it or below")
  func isTold() {
    let found = Leftover(part: "1.1", line: 6)
    for text in [
      stub(above: "  return two * x"), stub(between: "  return two * x"),
      stub(below: "  return two * x"),
    ] {
      #expect(Leftover.all(in: text, stub: stub()) == [found])
    }
    let sentence = Sentences.leftOver(found, in: "A.swift")
    #expect(sentence.hasPrefix("A.swift, line 6: unfinished(\"1.1\") still stands"))
  }

  @Test("is none where nothing was written, and none where it is gone")
  func isNone() {
    #expect(Leftover.all(in: stub(), stub: stub()).isEmpty)
    let thoughts = stub(above: "  // twice?", between: "\n  /* or thrice */")
    #expect(Leftover.all(in: thoughts, stub: stub()).isEmpty)
    let done = stub(above: "  return two * x").replacing("unfinished(\"1.1\")", with: "")
    #expect(Leftover.all(in: done, stub: stub()).isEmpty)
  }
}
