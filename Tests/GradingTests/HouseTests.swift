import Foundation
import Testing

@testable import Grading

/// The house keeps its own rules.
@Suite("The house")
struct HouseTests {
  /// Who may import whom: the arrows of the design, as each target's own imports.
  private static let arrows: [(folder: String, allowed: Set<String>)] = [
    ("Exercises/00-Given/Kernels", []),
    ("Exercises/00-Given/Tensors", ["Kernels"]),
    ("Data/Datasets", ["Tensors"]),
    ("Exercises/05-NeuralNetworks", ["Tensors", "Datasets"]),
    ("Solutions/05-NeuralNetworks", ["Tensors", "Datasets"]),
    ("Grader/Doorway", ["Tensors"]),
    ("Grader/Subject", ["Doorway", "Datasets", "Tensors", "Exercise05"]),
    ("Grader/Grading", ["Doorway", "Datasets", "Tensors"]),
    ("Grader/Checks", ["Grading", "Doorway", "Datasets", "Tensors"]),
    ("Grader/grader", ["Checks", "Grading"]),
    ("Tests/ExerciseTests", ["Checks", "Grading", "subject"]),
  ]

  private static let modules: Set<String> = [
    "Kernels", "Tensors", "Datasets", "Doorway", "Grading", "Checks", "subject", "grader",
    "Exercise05",
  ]

  private let root: String

  init() throws {
    root = try Installation.find().root
  }

  private func swiftFiles(in folder: String) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
    return all.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
  }

  private func text(of file: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)
  }

  @Test("Arrows go one way, and nothing that decides imports an exercise")
  func importsFollowTheArrows() throws {
    for (folder, allowed) in Self.arrows {
      let files = try swiftFiles(in: folder)
      #expect(!files.isEmpty, "\(folder) holds no source")
      for file in files {
        let strange = try imports(of: file).subtracting(allowed)
        #expect(strange.isEmpty, "\(file) imports \(strange.sorted())")
      }
    }
  }

  /// The modules of ours that a file imports.
  private func imports(of file: String) throws -> Set<String> {
    let lines = try text(of: file).matches(of: /(?m)^\s*(?:[@\w()]+ )*import (?:\w+ )?(\w+)/)
    return Set(lines.map { String($0.1) }).intersection(Self.modules)
  }

  /// A module that is imported and not declared is found, since another one needs it; but when it
  /// changes, nobody knows that the target has to be compiled anew.
  @Test("What a target imports, the package's manifest declares")
  func importsAreDeclared() throws {
    let entry = /arget\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?(?:,\s*path: "([^"]+)")?/
    let targets = try text(of: "Package.swift").matches(of: entry)
    #expect(targets.count > 10)
    for target in targets {
      let declared = (target.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
      for file in try swiftFiles(in: target.3.map(String.init) ?? "Tests/\(target.1)") {
        let missing = try imports(of: file).subtracting(declared)
        #expect(missing.isEmpty, "\(target.1) imports \(missing.sorted()) in \(file)")
      }
    }
  }

  @Test("Every folder of sources has its arrows")
  func everyFolderHasItsArrows() throws {
    let folders = try ["Exercises", "Solutions", "Data", "Grader"].flatMap { top in
      try swiftFiles(in: top).filter { !$0.hasPrefix("Data/Submissions") }
    }
    for file in folders {
      #expect(Self.arrows.contains { file.hasPrefix($0.folder + "/") }, "\(file)")
    }
  }

  @Test("A source file has at most 250 lines, one of an exercise 120")
  func filesAreShort() throws {
    for top in ["Exercises", "Solutions", "Data/Datasets", "Grader", "Tests"] {
      for file in try swiftFiles(in: top) {
        let lines = try text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
        let isExercise = file.contains("/05-")
        #expect(lines.count <= (isExercise ? 121 : 251), "\(file) has \(lines.count) lines")
      }
    }
  }

  @Test("The package depends on no other")
  func noDependency() throws {
    #expect(!(try text(of: "Package.swift").contains(".package(")))
  }
}
