import Foundation
import Grading

/// A copy of this package as a student has it, with the grader that was built here: what a command
/// does to it, it does to nobody's work.
struct PackageCopy {
  let folder: ScratchFolder
  let grader: String

  init() throws {
    let installation = try Installation.find()
    folder = try ScratchFolder()
    let files = FileManager.default
    let documents = ["Documentation", "LICENSE"]
    for name in documents + ["Package.swift", "Exercises", "Solutions", "Grader", "Data", "Tests"] {
      try files.copyItem(
        atPath: "\(installation.root)/\(name)", toPath: "\(folder.path)/\(name)")
    }
    grader = try BuiltProducts.put(into: folder.path)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(path)"))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
  }

  /// Takes the files of a sample submission for the student's own.
  func write(sample: String, of exercise: Exercise) throws {
    let source = "\(folder.path)/Data/Submissions/\(exercise.number)/\(sample)"
    for file in try FileManager.default.contentsOfDirectory(atPath: source) {
      let text = try String(contentsOfFile: "\(source)/\(file)", encoding: .utf8)
      try write(text, to: "Exercises/\(exercise.folder)/\(file)")
    }
  }

  /// The contents of all files beneath `top`, by path.
  func contents(of top: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/\(top)") {
      contents[path] = FileManager.default.contents(atPath: "\(folder.path)/\(top)/\(path)")
    }
    return contents
  }
}
