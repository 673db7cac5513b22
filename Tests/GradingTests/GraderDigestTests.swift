import Foundation
import Testing

@testable import Grading

/// A package whose objects are a word each.
@Suite("What decides a verdict")
struct GraderDigestTests {
  private let exercise = Exercise(
    number: "05", title: "", folder: "05-Nets", files: ["Net.swift"],
    plan: ExercisePlan(checks: [:]))
  private let root: ScratchFolder
  private var installation: Installation {
    Installation(root: root.path, products: "\(root.path)/.build/debug")
  }

  private static let sources = [
    "Kernels": ["Kernels/a.swift"], "Tensors": ["Tensors/a.swift"],
    "Datasets": ["Datasets/a.swift"], "Doorway": ["Grader/Doorway/a.swift"],
    "Grading": ["Grader/Grading/Batch/a.swift"], "grader": ["Grader/grader/a.swift"],
    "Checks": [
      "Grader/Checks/Course.swift", "Grader/Checks/Shared/Own.swift",
      "Grader/Checks/Exercise05/Net.swift", "Grader/Checks/Exercise06/Rates.swift",
    ],
  ]

  init() throws {
    root = try ScratchFolder()
    for (module, sources) in Self.sources {
      var map: [String: [String: String]] = ["": ["swift-dependencies": "primary"]]
      for source in sources {
        map["\(root.path)/\(source)"] = ["object": object(of: source, in: module)]
        try put("as it was", at: object(of: source, in: module))
      }
      try AtomicFile.write(
        try JSONEncoder().encode(map),
        to: "\(installation.products)/\(module).build/output-file-map.json")
    }
    try put("answers", at: "\(root.path)/Grader/Subject/Exercise05.swift")
    try put("linked", at: "\(installation.products)/grader")
  }

  private func object(of source: String, in module: String) -> String {
    "\(installation.products)/\(module).build/\((source as NSString).lastPathComponent).o"
  }

  private func put(_ text: String, at path: String) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try AtomicFile.write(Data(text.utf8), to: path)
  }

  private func digest() throws -> String {
    try installation.graderDigest(for: exercise, stubs: [:], given: [:], compiler: "6.3")
  }

  /// Whether the digest is another once the object of a source says something else, and the program was
  /// linked of it.
  private func decides(_ source: String, in module: String) throws -> Bool {
    let before = try digest()
    try put("changed", at: object(of: source, in: module))
    try put("linked", at: "\(installation.products)/grader")
    return try digest() != before
  }

  @Test("The checks of another exercise decide nothing, and those of the exercise do")
  func checksOfOthers() throws {
    #expect(try digest() == digest())
    #expect(try !decides("Grader/Checks/Exercise06/Rates.swift", in: "Checks"))
    #expect(try decides("Grader/Checks/Exercise05/Net.swift", in: "Checks"))
  }

  @Test("What all exercises are graded by decides on each")
  func shared() throws {
    for (module, sources) in Self.sources {
      for source in sources where !source.contains("/Exercise0") {
        #expect(try decides(source, in: module), "\(source)")
      }
    }
  }

  @Test("Objects that the program was not linked of decide nothing: the program does")
  func unlinked() throws {
    let linked = try digest()
    let object = object(of: "Grader/Checks/Exercise05/Net.swift", in: "Checks")
    try put("not linked", at: object)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: object)
    let unlinked = try digest()
    #expect(unlinked != linked)
    try put("changed once more", at: object)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: object)
    #expect(try digest() == unlinked)
  }
}
