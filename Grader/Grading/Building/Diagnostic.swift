import Foundation

/// An error that the compiler found.
public struct Diagnostic: Codable, Sendable, Equatable {
  /// The file's name, without its folders.
  public var file: String
  public var line: Int
  public var column: Int
  public var message: String

  /// The line of code that it is in, where it can be shown.
  public var code: String?

  /// Returns the errors in what the compiler printed, each once.
  static func errors(in output: String) -> [Diagnostic] {
    let pattern = /^(.+\.swift):(\d+):(\d+): error: (.+)$/
    var errors: [Diagnostic] = []
    for line in output.split(separator: "\n") {
      guard let match = line.wholeMatch(of: pattern) else { continue }
      let error = Diagnostic(
        file: (String(match.1) as NSString).lastPathComponent, line: Int(match.2) ?? 0,
        column: Int(match.3) ?? 0, message: Sentences.compilerMessage(String(match.4)))
      if !errors.contains(error) { errors.append(error) }
    }
    return errors
  }

  /// The same, with its line of one of `sources`. A line that fits on no screen is left out.
  func quoting(_ sources: [String: Data]) -> Diagnostic {
    guard let data = sources[file], line > 0 else { return self }
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard line <= lines.count, lines[line - 1].count <= 200 else { return self }
    var quoting = self
    let code = String(decoding: lines[line - 1], as: UTF8.self).trimmingSuffix("\r")
    quoting.code = code
    quoting.message += Sentences.inWords(message, code)
    return quoting
  }

  /// Returns what a compiler or a linker complained of without naming a line, in its own words.
  ///
  /// Lines of source text, which are printed as well, do not count: they say what they like.
  static func complaints(in output: String) -> [String] {
    let pattern = /^(?:<unknown>:0: |[\w.\/+-]*(?:ld|lld|clang|swiftc?): |LLVM )?(?i:error): (.+)$/
    return output.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: pattern).map { String($0.1) }
    }
  }
}
