import Foundation

@testable import Grading

/// The rules of the house, for the package at `root`: a sentence for each place that breaks one.
///
/// Of the exercises they know what the manifest lists, so they hold for a new one without being told.
struct HouseRules {
  let root: String

  /// Who may import whom: the arrows of the design, as each folder's own imports.
  private func arrows() throws -> [String: Set<String>] {
    let course = try CourseSource(root: root)
    let exercises = Set(course.rooms.map { "Exercise\($0.number)" })
    var arrows: [String: Set<String>] = [
      "Exercises/00-Given/Kernels": [],
      "Exercises/00-Given/Tensors": ["Kernels"],
      "Data/Datasets": ["Tensors"],
      "Grader/Doorway": ["Tensors"],
      "Grader/Subject": exercises.union(["Doorway", "Datasets", "Tensors"]),
      "Grader/Grading": ["Doorway", "Datasets", "Tensors"],
      "Grader/Warden": [],
      "Grader/Checks": ["Grading", "Doorway", "Datasets", "Tensors"],
      "Grader/grader": ["Checks", "Grading"],
      "Tests/ExerciseTests": ["Checks", "Grading", "subject"],
    ]
    for (i, room) in course.rooms.enumerated() {
      let earlier = course.rooms[..<i].map { "Exercise\($0.number)" }
      for top in ["Exercises", "Solutions"] {
        arrows["\(top)/\(room.folder)"] = Set(["Tensors", "Datasets"] + earlier)
      }
    }
    return arrows
  }

  private static let modules: Set<String> = [
    "Kernels", "Tensors", "Datasets", "Doorway", "Grading", "Checks", "subject", "grader",
  ]

  /// Arrows go one way, and every folder of sources has its own.
  func strangeImports() throws -> [String] {
    let arrows = try arrows()
    var found: [String] = []
    for folder in arrows.keys.sorted() where try swiftFiles(in: folder).isEmpty {
      found.append("\(folder) holds no source")
    }
    for file in try ["Exercises", "Solutions", "Data/Datasets", "Grader", "Tests/ExerciseTests"]
      .flatMap(swiftFiles)
    {
      guard let arrow = arrows.first(where: { file.hasPrefix("\($0.key)/") }) else {
        found.append("\(file) lies in a folder without arrows")
        continue
      }
      let strange = try imports(of: file).subtracting(arrow.value)
      if !strange.isEmpty { found.append("\(file) imports \(strange.sorted())") }
    }
    return found
  }

  /// A module that is imported and not declared is found, since another one needs it; but when it
  /// changes, nobody knows that the target has to be compiled anew.
  func undeclaredImports() throws -> [String] {
    let entry = /arget\(\s*name: "(\w+)"(?:,\s*dependencies:\s*\[([^\]]*)\])?[^)]*?path: "([^"]+)"/
    var found: [String] = []
    for target in try text(of: "Package.swift").matches(of: entry) where target.1 != "subject" {
      let declared = (target.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
      for file in try swiftFiles(in: String(target.3)) {
        let missing = try imports(of: file).subtracting(declared)
        if !missing.isEmpty { found.append("\(file) imports \(missing.sorted()), undeclared") }
      }
    }
    return found
  }

  /// A source file has at most 250 lines, one of an exercise 120; students' tests are derived, and as
  /// long as there are checks.
  func longFiles() throws -> [String] {
    let folders = try CourseSource(root: root).rooms.map(\.folder)
    return try ["Exercises", "Solutions", "Data/Datasets", "Grader", "Tests"].flatMap(swiftFiles)
      .compactMap { file in
        let text = try text(of: file)
        guard !text.contains("\n// Derived by `grader derive`") else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let limit = folders.contains { file.contains("/\($0)/") } ? 121 : 251
        return lines.count > limit ? "\(file) has \(lines.count - 1) lines" : nil
      }
  }

  /// What says by whom it is run can be run.
  func scriptsThatCannotRun() throws -> [String] {
    let folders = [
      "Tests/Batch", "Tests/Benchmarks", "Tests/Formats", "Tests/Pages", "findings", ".ci",
    ]
    return try folders.flatMap { folder in
      try Folder.contents(of: "\(root)/\(folder)").map { "\(folder)/\($0)" }.filter { file in
        let begin = FileManager.default.contents(atPath: "\(root)/\(file)")?.prefix(2)
        return begin == Data("#!".utf8)
          && !FileManager.default.isExecutableFile(atPath: "\(root)/\(file)")
      }
    }
  }

  /// Every folder of an exercise is in the course, and every test of one as well.
  func strayExercises() throws -> [String] {
    let rooms = try CourseSource(root: root).rooms
    let listed = Set(rooms.map(\.folder))
    var found: [String] = []
    for top in ["Exercises", "Solutions"] {
      for folder in try Folder.contents(of: "\(root)/\(top)")
      where folder != "00-Given" && !folder.hasPrefix(".") && !listed.contains(folder) {
        found.append("\(top)/\(folder) is not in the list of Package.swift")
      }
    }
    for file in try swiftFiles(in: "Tests/ExerciseTests") {
      guard let match = file.firstMatch(of: /Exercise(\d\d)Tests\.swift/) else { continue }
      if !rooms.contains(where: { $0.number == match.1 }) {
        found.append("\(file) has no exercise")
      }
    }
    return found
  }

  /// The modules of ours that a file imports.
  func imports(of file: String) throws -> Set<String> {
    // Some files hold others as text.
    let code = try text(of: file).replacing(/"""[\s\S]*?"""/, with: "")
    let lines = code.matches(of: /(?m)^\s*(?:[@\w()]+ )*import (?:\w+ )?(\w+)/)
    return Set(lines.map { String($0.1) }).filter {
      Self.modules.contains($0) || $0.hasPrefix("Exercise")
    }
  }

  func swiftFiles(in folder: String) throws -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    return all.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  func text(of file: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)
  }
}
