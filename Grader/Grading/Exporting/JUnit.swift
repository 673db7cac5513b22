import Foundation

/// Reports as JUnit XML, which build servers and course sites read: a suite a submission, a case a check.
///
/// There is no standard, but readers that differ: each case has at most one of failure, error and
/// skipped; the four counts are always there, and that of the tests counts all; no two suites have
/// the same name, since some readers make one of them.
struct JUnit {
  /// How a check that was not passed is told.
  enum Dialect {
    /// A wrong answer is a failure, what came to no answer an error, and what was not asked is skipped.
    case common

    /// What Artemis reads: what is skipped it forgets, and of failures it shows the message alone.
    case artemis
  }

  let exercise: Exercise
  var dialect = Dialect.common

  func text(of reports: [Report]) -> String {
    let suites = reports.map(suite)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(Self.attribute("Exercise \(exercise.number)"))" \
      \(Self.counts(reports.flatMap(\.checks), dialect))>
      \(suites.joined())</testsuites>

      """
  }

  private func suite(_ report: Report) -> String {
    let name = Self.attribute("\(exercise.number) \(report.shownName)")
    let points = !report.hasPoints ? [] : [("points", String(report.points))]
    let grade = report.grade.map { [("grade", $0.points.text)] } ?? []
    let dataset = report.dataset.map { [("dataset", $0)] } ?? []
    let properties =
      points + [("max_points", String(report.possible)), ("seed", String(report.seed))] + dataset
      + grade
    return """
      <testsuite name="\(name)" \(Self.counts(report.checks, dialect))>
      \(Self.properties(properties))\(report.checks.map { testCase($0, in: report) }.joined())\
      \(element("system-out", (report.notes + (report.grade?.rules ?? [])).joined(separator: "\n")))</testsuite>

      """
  }

  private func testCase(_ result: CheckResult, in report: Report) -> String {
    let owner = dialect == .artemis ? exercise.module : report.shownName
    return """
      <testcase name="\(Self.attribute(result.id))" classname="\(Self.attribute(owner))" \
      time="\(Self.seconds(result.seconds))">
      \(properties(of: result))\(outcome(of: result))\(element("system-out", result.output))\
      </testcase>

      """
  }

  private func properties(of result: CheckResult) -> String {
    let isOpen = [.graderFault, .notRead].contains(result.verdict)
    let points = isOpen ? [] : [("points", String(result.points))]
    let ours = result.ours.map { [("ours", $0.files.joined(separator: ", "))] } ?? []
    return Self.properties(points + [("max_points", String(result.possible))] + ours)
  }

  private func outcome(of result: CheckResult) -> String {
    let words = [result.claim + ".", result.message].filter { !$0.isEmpty }
      .joined(separator: "\n")
    let kind = Self.kind(of: result.verdict, dialect)
    switch kind {
    case nil: return ""
    case .skipped?:
      let reason = result.verdict == .unfinished ? "to do: \(result.message)" : result.message
      return "<skipped message=\"\(Self.attribute(reason))\"/>\n"
    case .failure?, .error?:
      let name = kind == .failure ? "failure" : "error"
      let hint = result.hint.isEmpty ? [] : ["Hint: \(result.hint)"]
      let all = ([words] + hint).joined(separator: "\n")
      let message = dialect == .artemis ? all : result.message
      let body = dialect == .artemis ? "" : HTML(text: all).source
      return """
        <\(name) message="\(Self.attribute(message))" type="\(result.verdict.rawValue)">\(body)\
        </\(name)>

        """
    }
  }

  private enum Kind { case failure, error, skipped }

  private static func kind(of verdict: Verdict, _ dialect: Dialect) -> Kind? {
    switch verdict {
    case .passed: nil
    case .failed: .failure
    case .unfinished, .blocked: dialect == .artemis ? .failure : .skipped
    case .doesNotCompile, .crashed, .timedOut, .notRead, .refused:
      dialect == .artemis ? .failure : .error
    case .graderFault: .error
    }
  }

  private static func counts(_ results: [CheckResult], _ dialect: Dialect) -> String {
    let kinds = results.map { kind(of: $0.verdict, dialect) }
    let seconds = results.map(\.seconds).reduce(0, +)
    return "tests=\"\(kinds.count)\" failures=\"\(kinds.count { $0 == .failure })\" "
      + "errors=\"\(kinds.count { $0 == .error })\" "
      + "skipped=\"\(kinds.count { $0 == .skipped })\" time=\"\(Self.seconds(seconds))\""
  }

  private static func properties(_ pairs: [(String, String)]) -> String {
    let lines = pairs.map { "<property name=\"\($0.0)\" value=\"\(attribute($0.1))\"/>\n" }
    return "<properties>\n\(lines.joined())</properties>\n"
  }

  private func element(_ name: String, _ text: String) -> String {
    text.isEmpty ? "" : "<\(name)>\(HTML(text: text).source)</\(name)>\n"
  }

  /// A reader makes a space of a line end in an attribute, unless it is written by its number.
  private static func attribute(_ text: String) -> String {
    HTML(text: text).source.replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }

  private static func seconds(_ seconds: Double) -> String {
    String(format: "%.3f", seconds)
  }
}
