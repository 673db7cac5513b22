import Foundation

/// How many hints of each check have been shown in this package: the next time, one more.
public struct HintsShown {
  private let path: String

  public init(_ installation: Installation) {
    path = "\(installation.products)/hints.json"
  }

  private var kept: [String: Int] {
    FileManager.default.contents(atPath: path).flatMap {
      try? JSONDecoder().decode([String: Int].self, from: $0)
    } ?? [:]
  }

  /// Remembers the first hints that stand in `reports`: whoever asks for one more wants the next. Where
  /// nobody may write, they are told once more.
  public func note(_ reports: [Report], of checks: [Check]) {
    var shown = kept
    let first = Dictionary(checks.map { ($0.id, $0.hints.first) }) { $1 }
    for check in reports.flatMap(\.checks) where first[check.id] == check.hint {
      shown[check.id] = max(1, shown[check.id, default: 0])
    }
    if let data = try? JSONEncoder().encode(shown) { try? AtomicFile.write(data, to: path) }
  }

  /// Returns the number of the next hint, from 0; after the last it stays with the last.
  public func next(of check: Check) throws(GraderError) -> Int {
    var shown = kept
    // The file may say anything: it lies where everybody writes.
    let number = max(0, min(shown[check.id, default: 0], check.hints.count - 1))
    shown[check.id] = number + 1
    guard let data = try? JSONEncoder().encode(shown) else {
      throw .cannotWrite(path: path, errno: EINVAL)
    }
    try AtomicFile.write(data, to: path)
    return number
  }
}
