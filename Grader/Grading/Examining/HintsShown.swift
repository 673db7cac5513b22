import Foundation

/// How many hints of each check have been shown in this package: the next time, one more.
public struct HintsShown {
  private let path: String

  public init(_ installation: Installation) {
    path = "\(installation.products)/hints.json"
  }

  /// Returns the number of the next hint, from 0; after the last it stays with the last.
  public func next(of check: Check) throws(GraderError) -> Int {
    var shown: [String: Int] = [:]
    if let data = FileManager.default.contents(atPath: path) {
      shown = (try? JSONDecoder().decode([String: Int].self, from: data)) ?? [:]
    }
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
