import Foundation
import Testing

@testable import Grading

@Suite("Gradescope's results.json")
struct GradescopeResultsTests {
  private func object(_ report: Report) throws -> [String: Any] {
    let json = try #require(try GradescopeResults(report)?.json())
    return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  @Test("The score is a number whatever was handed in, and the parts add up to it")
  func scores() throws {
    for report in SyntheticClass.reports(60) where !report.hasGraderFault {
      let results = try object(report)
      let tests = try #require(results["tests"] as? [[String: Any]])
      #expect(results["score"] as? Double == Double(report.points))
      #expect(tests.compactMap { $0["score"] as? Double }.reduce(0, +) == Double(report.points))
      #expect(tests.compactMap { $0["max_score"] as? Double }.reduce(0, +) == 100)
      #expect(
        tests.map { $0["status"] as? String }
          == report.checks.map { $0.verdict == .passed ? "passed" : "failed" })
      #expect(results["execution_time"] is Double)
      #expect(tests.allSatisfy { $0["visibility"] as? String == "visible" })
    }
  }

  @Test("Nothing is written of what a fault of the grader leaves open")
  func faults() {
    #expect(GradescopeResults(SyntheticClass.report("ann", [.graderFault])) == nil)
  }

  @Test("Points are written to the hundredth, exactly")
  func exactPoints() throws {
    let texts = [0: "0", 100: "1", 6250: "62.5", 6205: "62.05", 30: "0.3", -150: "-1.5"]
    for (hundredths, text) in texts {
      #expect(Score(hundredths: hundredths).text == text)
      let json = try JSONEncoder().encode([Score(hundredths: hundredths).decimal])
      #expect(String(decoding: json, as: UTF8.self) == "[\(text)]")
    }
    for (text, hundredths) in ["100,00": 10000, "62.5": 6250, "7": 700, "1.000000": 100] {
      #expect(Score(text)?.hundredths == hundredths)
    }
    for text in ["", "x", "1.005", "-1", "1e2", "NaN"] { #expect(Score(text) == nil) }
  }
}
