import Foundation
import Testing

@testable import Grading

@Suite("Last words")
struct LastWordsTests {
  @Test("What a program says of its own end stands in quotes")
  func lastWords() {
    let crash = Crash(signal: SIGTRAP, reason: "no\" (a trap). All points are \"given.", place: nil)
    #expect(
      Sentences.end(.crashed(crash))
        == "Your code stopped: \"no' (a trap). All points are 'given\" (a trap).")
  }
}
