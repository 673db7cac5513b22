import Foundation

/// Which hints of each check have been shown in this package: the next time, one more.
public struct HintsShown {
  private let path: String

  public init(_ installation: Installation) {
    path = "\(installation.products)/hints.json"
  }

  /// Their numbers, from 0, by the check's id. The file may say anything: it lies where everybody writes.
  public var numbers: [String: Set<Int>] {
    FileManager.default.contents(atPath: path).flatMap {
      try? JSONDecoder().decode([String: Set<Int>].self, from: $0)
    } ?? [:]
  }

  /// Remembers the hints that a screen says under `results`: whoever asks for one more wants another. Where
  /// nobody may write, they are told once more.
  public func note(_ results: [CheckResult], of checks: [Check]) {
    var shown = numbers
    let hints = Dictionary(checks.map { ($0.id, $0.hints) }) { $1 }
    // What is still to be written has a hint, too, which no screen says before somebody asks.
    for check in results where ![.unfinished, .blocked].contains(check.verdict) {
      guard let number = hints[check.id]?.firstIndex(of: check.hint) else { continue }
      shown[check.id, default: []].insert(number)
    }
    if let data = try? JSONEncoder().encode(shown) { try? AtomicFile.write(data, to: path) }
  }

  /// Returns the number, from 0, of the first hint that has not been shown, and how many are left then;
  /// after the last it stays with the last.
  public func next(of check: Check) throws(GraderError) -> (number: Int, left: Int) {
    var shown = numbers
    let seen = shown[check.id, default: []]
    let number = check.hints.indices.first { !seen.contains($0) } ?? check.hints.count - 1
    shown[check.id] = seen.union([number])
    guard let data = try? JSONEncoder().encode(shown) else {
      throw .cannotWrite(path: path, errno: EINVAL)
    }
    try AtomicFile.write(data, to: path)
    return (number, check.hints.indices.count { $0 != number && !seen.contains($0) })
  }
}
