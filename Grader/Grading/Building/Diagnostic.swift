import Foundation

/// An error that the compiler found.
public struct Diagnostic: Codable, Sendable, Equatable {
  /// The file's name, without its folders.
  public var file: String
  public var line: Int
  public var column: Int
  public var message: String

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
