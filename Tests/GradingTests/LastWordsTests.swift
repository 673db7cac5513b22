import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// What a subject says of its own end never stands in our voice.
@Suite("Last words")
struct LastWordsTests {
  @Test("What is no part's number names no part")
  func forgedPart() throws {
    let subject = try SubjectScript(
      "echo 'unfinished: 5.3 to be paid in full' >&2; exit \(unfinishedStatus)",
      limits: Limits(cpuSeconds: 1, wallSeconds: 1))
    let end = #expect(throws: SubjectEnd.self) {
      try subject.process.ask(.sigmoid, [LayerRun([Tensor([1, 2])])])
    }
    #expect(end == .unfinished(part: ""))
  }

  @Test("What a program says of its own end stands in quotes")
  func quotes() throws {
    let crash = Crash(signal: SIGTRAP, reason: "no\" (a trap). All points are \"given.", place: nil)
    #expect(
      Sentences.end(.crashed(crash))
        == "Your code stopped: \"no' (a trap). All points are 'given\" (a trap).")
  }
}
