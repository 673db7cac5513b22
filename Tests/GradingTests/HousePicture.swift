import Foundation

@testable import Grading

/// `Documentation/House.md`: the picture of the arrows, and a line for each folder.
extension HouseRules {
  static let page = "Documentation/House.md"

  /// Who imports whom, as Mermaid draws it. The exercises are one box; each may import those before it.
  func picture() throws -> String {
    var arrows: Set<String> = []
    for (module, folders) in [
      "Tensors": ["Exercises/00-Given/Tensors"], "Datasets": ["Data/Datasets"],
      "Exercises": try CourseSource(root: root).rooms.map { "Solutions/\($0.folder)" },
      "Doorway": ["Grader/Doorway"], "Subject": ["Grader/Subject"], "Grading": ["Grader/Grading"],
      "Checks": ["Grader/Checks"], "grader": ["Grader/grader"],
      "ExerciseTests": ["Tests/ExerciseTests"],
    ] {
      for file in try folders.flatMap(swiftFiles) {
        for other in try imports(of: file) where other != "subject" {
          let box = other.hasPrefix("Exercise") ? "Exercises" : other
          if box != module { arrows.insert("  \(module) --> \(box)\n") }
        }
      }
    }
    return "```mermaid\ngraph TD\n\(arrows.sorted().joined())```"
  }

  /// The folders without a line, and lines without a folder. Of rooms and keys that lie side by side, one
  /// for each exercise, the folder around them tells.
  func untoldFolders() throws -> [String] {
    var folders: [String] = []
    for top in ["Exercises", "Solutions", "Data", "Grader", "Tests"] {
      let all = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(top)")) ?? []
      folders += [top] + all.map { "\(top)/\($0)" }.filter { Folder.isFolder("\(root)/\($0)") }
    }
    let told = try text(of: Self.page).matches(of: /(?m)^\| `([^`]+)` \|/).map { String($0.1) }
    // What lies in a folder with a number, or is copied or left as it is.
    let within = /\/((0[1-9]|1[0-9])(-\w+)?|Exercise\d\d|\.\w+|Spellings)(\/|$)/
    let fetched = ["cifar-10-batches-bin", "mnist", "__pycache__"]
    let untold = folders.filter { folder in
      !told.contains(folder) && !folder.contains(within)
        && !fetched.contains { folder.hasSuffix($0) }
    }
    return untold.map { "\($0) has no line in \(Self.page)" }.sorted()
      + told.filter { !folders.contains($0) }.map { "\($0) has a line and is not there" }
  }
}
