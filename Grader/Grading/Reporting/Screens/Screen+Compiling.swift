/// Files that do not compile: of each it is said once why, where, and what waits for it.
extension Screen {
  static func notCompiled(in report: Report) -> [String] {
    var quoted: [Diagnostic] = []
    return report.build.reasons.flatMap { reason in
      var lines: [String] = []
      if let error = error(told: reason, report.build.diagnostics), !quoted.contains(error) {
        quoted.append(error)
        lines += quote(error)
        let others = report.build.diagnostics.filter { $0.file == error.file && $0 != error }
        lines += others.prefix(mostErrors).map { "line \($0.line): \($0.message)" }
      }
      lines += waiting(in: report, because: reason)
      return ["  \(red(sign(.doesNotCompile))) \(reason.withVisibleControls)"]
        + lines.map { "      \($0.withVisibleControls)" }
    }
  }

  /// Returns the code of which `reason` tells that it does not compile, a caret below the place; nothing
  /// where no line is at fault.
  static func quote(from reason: String, _ diagnostics: [Diagnostic]) -> [String] {
    error(told: reason, diagnostics).map(quote)?.map(\.withVisibleControls) ?? []
  }

  private static func error(told reason: String, _ diagnostics: [Diagnostic]) -> Diagnostic? {
    diagnostics.first {
      reason.contains(Sentences.place(of: $0)) && reason.contains($0.message)
    }
  }

  /// The first errors of a file tell what is wrong; those behind them often follow from these.
  private static let mostErrors = 2

  /// The line of code, and a caret below the place.
  private static func quote(_ error: Diagnostic) -> [String] {
    // At the end of a file there may be nothing to point at.
    guard let code = error.code, code.contains(where: { !$0.isWhitespace }) else { return [] }
    let indentation = code.prefix { $0 == " " || $0 == "\t" }.count
    // The compiler counts bytes.
    let before = String(decoding: code.utf8.prefix(max(0, error.column - 1)), as: UTF8.self).count
    let caret = String(repeating: " ", count: max(0, before - indentation)) + "^"
    return [String(code.dropFirst(indentation)).replacing("\t", with: " "), caret].map { "  \($0)" }
  }

  private static func waiting(in report: Report, because reason: String) -> [String] {
    let checks = report.checks.filter {
      $0.verdict == .doesNotCompile && $0.message == reason.cutShort
    }
    guard !checks.isEmpty else { return [] }
    let wait = checks.count == 1 ? "1 check waits" : "\(checks.count) checks wait"
    return ["\(wait) until it does: \(names(checks.map(\.id), to: 3))."]
  }
}
