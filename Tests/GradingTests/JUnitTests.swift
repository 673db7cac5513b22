import Foundation
import Testing

@testable import Grading

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("JUnit XML")
struct JUnitTests {
  private let exercise = SyntheticClass.exercise

  private func suites(
    _ reports: [Report], _ dialect: JUnit.Dialect = .common
  ) throws -> [XMLElement] {
    let text = JUnit(exercise: exercise, dialect: dialect).text(of: reports)
    let document = try XMLDocument(data: Data(text.utf8))
    return try #require(document.rootElement()).elements(forName: "testsuite")
  }

  private func outcomes(of suite: XMLElement) -> [[String]] {
    suite.elements(forName: "testcase").map { test in
      ["failure", "error", "skipped"].filter { !test.elements(forName: $0).isEmpty }
    }
  }

  @Test("A case has at most one of failure, error and skipped, and the counts are theirs")
  func oneOutcome() throws {
    let reports = SyntheticClass.reports(60)
    for (suite, report) in zip(try suites(reports), reports) {
      let outcomes = outcomes(of: suite)
      #expect(outcomes.allSatisfy { $0.count < 2 })
      #expect(outcomes.map(\.isEmpty) == report.checks.map { $0.verdict == .passed })
      #expect(suite["tests"] == "\(report.checks.count)")
      for (count, name) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
        #expect(suite[count] == "\(outcomes.count { $0 == [name] })")
      }
    }
  }

  @Test("The maximum is the same whatever came out, and points are on each case and on the suite")
  func points() throws {
    let suite = try #require(
      try suites([SyntheticClass.report("ann", [.failed, .blocked, .unfinished])]).first)
    #expect(properties(of: suite)["points"] == "25")
    #expect(properties(of: suite)["max_points"] == "100")
    let cases = suite.elements(forName: "testcase").map(properties)
    #expect(cases.map { $0["points"] } == ["0", "0", "0", "25"])
    #expect(cases.map { $0["max_points"] } == ["25", "25", "25", "25"])
    #expect(
      suite.elements(forName: "testcase").map { $0["classname"] } == ["ann", "ann", "ann", "ann"])
  }

  private func properties(of element: XMLElement) -> [String: String] {
    let all = element.elements(forName: "properties").flatMap { $0.elements(forName: "property") }
    return Dictionary(uniqueKeysWithValues: all.map { ($0["name"] ?? "", $0["value"] ?? "") })
  }

  @Test("A fault of the grader is an error without points, and no sum")
  func faults() throws {
    let suite = try #require(try suites([SyntheticClass.report("ann", [.graderFault])]).first)
    #expect(outcomes(of: suite) == [["error"], [], [], []])
    #expect(properties(of: suite)["points"] == nil)
  }

  @Test("Whatever a student prints or a name holds, it stays text, with its line ends")
  func hostileText() throws {
    let evil = "]]></failure><x a='\u{0}\u{1B}[2J\u{FFFF}\"&amp;\n\tend"
    let reports = [SyntheticClass.report("\"<a>&\n", [.failed], message: evil, output: evil)]
    let suite = try #require(try suites(reports).first)
    let test = suite.elements(forName: "testcase")[0]
    let shown = "]]></failure><x a='␀␛[2J\u{FFFD}\"&amp;\n\tend"
    #expect(test.elements(forName: "failure")[0]["message"] == shown)
    #expect(test.elements(forName: "system-out")[0].stringValue == shown)
    #expect(suite["name"] == "05 \"<a>&␊")
  }

  @Test("For Artemis what was not asked is a failure too, with all words in the message")
  func artemis() throws {
    let report = SyntheticClass.report("ann", [.crashed, .blocked, .unfinished])
    let suites = try suites([report], .artemis)
    #expect(suites.count == 1, "of two, Artemis puts the names before those of the checks")
    #expect(outcomes(of: suites[0]) == [["failure"], ["failure"], ["failure"], []])
    let test = suites[0].elements(forName: "testcase")[0]
    #expect(test["name"] == "05.sigmoid.forward")
    #expect(
      test.elements(forName: "failure")[0]["message"]
        == "the claim of sigmoid.forward.\nA message.\nHint: A hint?")
  }
}

extension XMLElement {
  fileprivate subscript(name: String) -> String? { attribute(forName: name)?.stringValue }
}
