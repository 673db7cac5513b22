import Foundation

/// A file of `Solutions`, in which comments mark what the student has to write:
///
///     // begin 5.1: One line is enough. What happens to e⁻ˣ when x is -1000?
///     return 1 / (1 + exp(-x))
///     // end
///
/// The stub is the same file with each such region replaced by its comment as a task.
public struct SolutionSource: Sendable {
  public let text: String
  private let file: String

  public init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }

  /// The stub.
  public func stub() throws(GraderError) -> String {
    // Once and not for every line: to make a regular expression takes a hundred times as long as
    // to match one.
    let begin = /([ ]*)\/\/ begin ([\d.]+): (.+)/
    let end = /[ ]*\/\/ end/
    var lines: [Substring] = []
    var openedAt: Int?
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let match = line.wholeMatch(of: begin) {
        guard openedAt == nil else { throw .badMarkers(file: file, line: i + 1) }
        openedAt = i
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
    return lines.joined(separator: "\n")
  }
}
