import Foundation

/// What Gradescope reads as `results.json`: a test a check, and the points of all.
///
/// Every check is there whatever became of it, so that the maximum is the same for everybody. Nothing
/// is written of a submission that a fault of ours leaves open: Gradescope then says so itself. Whose
/// archive cannot be read has the points of what could be, and is told at once: there one hands in again.
struct GradescopeResults: Encodable {
  let score: Decimal
  let executionTime: Double
  let output: String
  let outputFormat = "text"
  let testOutputFormat = "text"
  let testNameFormat = "text"
  let visibility = "visible"
  let stdoutVisibility = "hidden"
  let tests: [Test]

  struct Test: Encodable {
    let score: Decimal
    let maxScore: Decimal
    let status: String
    let name: String
    let number: String
    let output: String
    let visibility: String
  }

  init?(_ report: Report) {
    guard !report.hasGraderFault else { return nil }
    score = (report.score ?? Score(report.points)).decimal
    executionTime = (report.checks.map(\.seconds) + [report.build.seconds]).reduce(0, +)
    output =
      (report.notes + (report.grade?.rules ?? [])).joined(separator: "\n")
      .withVisibleControls
    tests = report.checks.enumerated().map { Test($0.element, number: $0.offset + 1) }
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.nonConformingFloatEncodingStrategy = .throw
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

extension GradescopeResults.Test {
  init(_ result: CheckResult, number: Int) {
    score = Score(result.points).decimal
    maxScore = Score(result.possible).decimal
    status = result.verdict == .passed ? "passed" : "failed"
    name = "\(result.id): \(result.claim)".withVisibleControls
    self.number = String(number)
    let hint = result.hint.isEmpty ? "" : "Hint: \(result.hint)"
    let printed = result.output.isEmpty ? "" : "It printed:\n\(result.output)"
    let verdict = result.verdict == .passed ? "" : "\(Screen.word(result.verdict)). "
    output =
      ["\(verdict)\(result.message)", hint, printed].filter { !$0.isEmpty }
      .joined(separator: "\n").withVisibleControls
    // One test that a student may not see hides the sum of all.
    visibility = result.visibility == .hidden ? "after_published" : "visible"
  }
}

extension Score {
  var decimal: Decimal {
    Decimal(
      sign: hundredths < 0 ? .minus : .plus, exponent: -2, significand: Decimal(abs(hundredths)))
  }
}
