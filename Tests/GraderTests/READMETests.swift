import Foundation
import Grading
import Testing

@Suite("The transcripts")
struct READMETests {
  @Test("That of the README is what the program prints today")
  func readme() throws {
    let readme = try text("README.md")
    #expect(
      readme.contains(
        try Transcript.of(
          "05", only: "sigmoid", writing: "Sigmoid.swift", as: .mistake("sigmoid.noUpstream"))
          + "\n```"))
  }

  @Test("Those of the first ten minutes are: nothing written, a wrong line, the right one")
  func firstTenMinutes() throws {
    let handout = try text("Exercises/01-WarmUp/README.md")
    let file = "Statistics.swift"
    for transcript in [
      try Transcript.of("01", only: "rows.means"),
      try Transcript.of("01", only: "rows.means", writing: file, as: .mistake("rows.columns")),
      try Transcript.of("01", only: "rows.means", writing: file),
    ] {
      #expect(handout.contains("\(transcript)\n```"), "\(transcript)")
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Installation.find().root)/\(path)", encoding: .utf8)
  }
}
