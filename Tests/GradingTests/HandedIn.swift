import Foundation

@testable import Grading

extension Exercise {
  /// One with two files, of which nothing is asked.
  static let ofTwoFiles = Exercise(
    number: "05", title: "", folder: "05-Nets", files: ["Net.swift", "SGD.swift"],
    plan: ExercisePlan(checks: [:]))
}

extension ScratchFolder {
  /// Writes `data` at `path` in it, in folders that need not be there.
  func put(_ data: Data, at path: String) throws {
    let path = "\(self.path)/\(path)"
    try Folder.make((path as NSString).deletingLastPathComponent)
    try data.write(to: URL(fileURLWithPath: path))
  }
}

/// Returns what a person is told of the error that `body` throws; nil where it throws none.
func sentence(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return Sentences.error(error)
  }
}
