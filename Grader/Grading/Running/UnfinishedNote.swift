/// The line that `unfinished(_:)` leaves in the log as the last.
enum UnfinishedNote {
  private static let marker = "unfinished: "

  static func part(in log: String) -> String {
    let line = log.split(separator: "\n").last { $0.hasPrefix(marker) }
    let part = line.map { String($0.dropFirst(marker.count)) } ?? ""
    // Anybody may write such a line: no sentence of ours has words of theirs in it.
    return part.wholeMatch(of: /[0-9]{1,3}\.[0-9]{1,3}/) == nil ? "" : part
  }

  static func removed(from log: String) -> String {
    return log.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(marker) }.joined(separator: "\n")
  }
}
