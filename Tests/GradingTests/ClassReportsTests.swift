import Foundation
import Testing

@testable import Grading

@Suite("Reports on a class")
struct ClassReportsTests {
  @Test("Of what a submission has said and was told, nothing is kept in memory that no table shows")
  func size() throws {
    let long = String(repeating: "word ", count: 20_000)
    let reports = SyntheticClass.reports(100).map { report in
      var report = report
      for place in report.checks.indices where report.checks[place].verdict != .graderFault {
        report.checks[place].message = long
        report.checks[place].output = long
      }
      return report
    }
    #expect(try reports[0].json().count > 400_000)
    for report in ClassReports(reports) { #expect(try report.json().count < 4_000) }
  }

  @Test("Points, verdicts, times, notes, and what tables tell of a check stay as they were")
  func content() throws {
    var reports = SyntheticClass.reports(100)
    reports[3].checks[0].seconds = 0.125
    reports[4].checks.removeLast()
    reports[5].checks[1].ours = .init(files: ["A.swift"], verdict: .failed, message: "A message.")
    reports[6].notes = ["One.", "Two."]
    reports[7].checks[2].verdict = .failed
    reports[7].checks[2].message = "It is 1, not 2.\n\(Sentences.namesMistake)a sign is lost."
    let kept = ClassReports(reports)
    #expect(kept.count == 100)
    for (report, kept) in zip(reports, kept) {
      #expect(kept.submission == report.submission && kept.points == report.points)
      #expect(kept.notes == report.notes && kept.sourceDigest == report.sourceDigest)
      #expect(kept.checks.map(\.id) == report.checks.map(\.id))
      #expect(kept.checks.map(\.verdict) == report.checks.map(\.verdict))
      #expect(kept.checks.map(\.points) == report.checks.map(\.points))
      #expect(kept.checks.map(\.seconds) == report.checks.map(\.seconds))
      #expect(kept.checks.map(\.ours?.files) == report.checks.map(\.ours?.files))
      #expect(kept.checks.map(\.namedMistake) == report.checks.map(\.namedMistake))
      for (result, kept) in zip(report.checks, kept.checks) where result.verdict == .graderFault {
        #expect(kept.message == result.message)
      }
    }
    let last = try #require(SyntheticClass.exercise.checks.last)
    #expect(kept.results(of: last).count == 99)
    #expect(SyntheticClass.index(reports).contains("a sign is lost"))
  }

  @Test("A student's page tells all that the report on the disk does")
  func pages() throws {
    let folder = try ScratchFolder()
    let output = try BatchOutput(folder.path, of: SyntheticClass.exercise, seed: 7)
    let report = SyntheticClass.report("ann", [.failed], message: "It is 1, not 2.")
    try output.write(report)
    var reports = ClassReports([report])
    #expect(reports[0].checks[0].message.isEmpty)
    try output.conclude(SyntheticClass.exercise, &reports, nil)
    let page = try String(contentsOfFile: "\(folder.path)/pages/ann.html", encoding: .utf8)
    #expect(page.contains("It is 1, not 2."))
  }
}
