import Foundation
import Testing

@testable import Grading

@Suite("Solutions, stubs and mistakes")
struct SourcesTests {
  private let solution = """
    func f() -> Int {
      // begin 5.1: What is it?
      let answer = 42
      return answer
      // end
    }
    """

  @Test("A stub is the solution with each marked region replaced by its task")
  func stub() throws {
    #expect(
      try SolutionSource(solution, file: "F.swift").stub == """
        func f() -> Int {
          // TODO: 5.1  What is it?
          unfinished("5.1")
        }
        """)
  }

  @Test(
    "Markers that do not come in turn are refused with their line",
    arguments: [
      ("// begin 5.1: a\n// begin 5.2: b\n// end", 2), ("// end", 1), ("\n// begin 5.1: a\nx", 2),
    ])
  func badMarkers(text: String, line: Int) throws {
    let error = #expect(throws: GraderError.self) {
      try SolutionSource(text, file: "F.swift").stub
    }
    guard case .badMarkers("F.swift", line) = error else {
      Issue.record("\(error.map(Sentences.error) ?? "nothing")")
      return
    }
  }

  @Test("A mistake is an edit of the solution, whatever the indentation")
  func mistake() throws {
    let mistakes = try MistakeSource.parse(
      """
      # comment
      f.forgotten  F.swift
      05.f.value, 05.f.type: what is 42 becomes 41: too little
      - let answer = 42
      - return answer
      + return 41

      f.doubled  F.swift
      05.f.value: ~ what comes out is what rounding has left
      - return answer
      + return 2 * answer
      """, file: "mistakes.txt")
    #expect(mistakes.map(\.id) == ["f.forgotten", "f.doubled"])
    #expect(mistakes[0].checks == ["05.f.value", "05.f.type"])
    #expect(mistakes[0].explanation == "what is 42 becomes 41: too little")
    #expect(mistakes[1].explanation == "what comes out is what rounding has left")
    #expect(mistakes.map(\.mistake.isRounding) == [false, true])
    let made = try mistakes[0].applied(to: solution, mistakesFile: "mistakes.txt")
    #expect(made.contains("return 41") && !made.contains("42"))
    #expect(try mistakes[1].applied(to: solution, mistakesFile: "").contains("return 2 * answer"))
  }

  @Test(
    "Lines to go that are not there, or there twice, are refused",
    arguments: [("- nothing", 0), ("- }", 2)])
  func ambiguousMistakes(edit: String, times: Int) throws {
    let mistake = try MistakeSource.parse("m  F.swift\n\(edit)\n+ x", file: "m.txt")[0]
    let error = #expect(throws: GraderError.self) {
      try mistake.applied(to: "{\n}\n}\n", mistakesFile: "m.txt")
    }
    #expect(
      error.map(Sentences.error)
        == "m.txt, line 2: the lines to go stand \(times) times in F.swift, not once.")
  }

  @Test("An edit before any mistake, and a heading that is none, are refused with their line")
  func badMistakeFiles() {
    for (text, line) in [("- x", 1), ("a b c", 1), ("m  F.swift\n\nonly", 3)] {
      let error = #expect(throws: GraderError.self) {
        try MistakeSource.parse(text, file: "m.txt")
      }
      #expect(error.map(Sentences.error)?.hasPrefix("m.txt, line \(line): ") ?? false)
    }
  }

  @Test("Of what a compiler prints the errors are taken, each once, without their folders")
  func diagnostics() {
    let output = """
      /tmp/a b/room/ReLU.swift:3:9: error: cannot find 'y' in scope
      1 | import Tensors
      /tmp/a b/room/ReLU.swift:3:9: error: cannot find 'y' in scope
      /tmp/room/ReLU.swift:4:1: warning: unused
      error: fatalError
      """
    #expect(
      Diagnostic.errors(in: output) == [
        Diagnostic(file: "ReLU.swift", line: 3, column: 9, message: "cannot find 'y' in scope")
      ])
  }
}
