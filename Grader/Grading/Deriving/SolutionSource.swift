import Foundation

/// A file of `Solutions`, in which comments mark what the student has to write:
///
///     // begin 5.1: One line is enough. What happens to e⁻ˣ when x is -1000?
///     return 1 / (1 + exp(-x))
///     // end
///
/// The stub is the same file with each such region replaced by its comment as a task.
public struct SolutionSource: Sendable {
  /// The numbers of the parts in it, in their order; none in a file that is given.
  public let parts: [String]
  public let stub: String

  /// - Throws: `GraderError.badMarkers` where marks do not come in turn.
  public init(_ text: String, file: String) throws(GraderError) {
    // Once and not for every line: to make a regular expression takes a hundred times as long as
    // to match one.
    let begin = /([ ]*)\/\/ begin ([\d.]+): (.+)/
    let end = /[ ]*\/\/ end/
    var lines: [Substring] = []
    var parts: [String] = []
    var openedAt: Int?
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let match = line.wholeMatch(of: begin) {
        guard openedAt == nil else { throw .badMarkers(file: file, line: i + 1) }
        openedAt = i
        parts.append(String(match.2))
        lines.append("\(match.1)// TODO: \(match.2)  \(match.3)")
        lines.append("\(match.1)unfinished(\"\(match.2)\")")
      } else if line.wholeMatch(of: end) != nil {
        guard openedAt != nil else { throw .badMarkers(file: file, line: i + 1) }
        openedAt = nil
      } else if openedAt == nil {
        lines.append(line)
      }
    }
    if let openedAt { throw .badMarkers(file: file, line: openedAt + 1) }
    self.parts = parts
    stub = lines.joined(separator: "\n")
  }
}
