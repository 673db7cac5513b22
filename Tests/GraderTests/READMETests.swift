import Checks
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

  @Test("The table of proofs has the figures of Documentation/Checks.md, exercise by exercise")
  func proofs() throws {
    let measured = try rows(of: "Documentation/Checks.md").filter { $0.count == 12 }
    let shown = try rows(of: "README.md")
    #expect(shown.count == Catalogue.exercises.count)
    #expect(
      shown
        == measured.map { cells in
          let wrong = (Int(cells[7]) ?? 0) + (Int(cells[8]) ?? 0)
          let styles = cells[11].replacing(#/(,| at ).*/#, with: "")
          return [
            cells[0], cells[1], "\(cells[4]) of \(cells[2])", "\(cells[7]) of \(wrong)",
            styles,
          ]
        })
  }

  /// The cells of the rows that begin with an exercise's number.
  private func rows(of path: String) throws -> [[String]] {
    try text(path).split(separator: "\n").filter { $0.starts(with: #/\| \d\d \| /#) }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Installation.find().root)/\(path)", encoding: .utf8)
  }
}
