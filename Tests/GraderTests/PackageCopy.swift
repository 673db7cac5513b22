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
    for name in ["Package.swift", "Exercises", "Solutions", "Grader", "Data", "Tests"] {
      try files.copyItem(
        atPath: "\(installation.root)/\(name)", toPath: "\(folder.path)/\(name)")
    }
    // The program itself, since it looks for the package around the place where it lies; of what was
    // built, links are enough.
    let products = "\(folder.path)/.build/debug"
    try files.createDirectory(atPath: products, withIntermediateDirectories: true)
    grader = "\(products)/grader"
    try files.copyItem(atPath: "\(installation.products)/grader", toPath: grader)
    try link("Modules", in: installation.products, to: products)
    for name in try files.contentsOfDirectory(atPath: installation.products)
    where name.hasSuffix(".build") {
      let (from, to) = ("\(installation.products)/\(name)", "\(products)/\(name)")
      try files.createDirectory(atPath: to, withIntermediateDirectories: true)
      for entry in try files.contentsOfDirectory(atPath: from) {
        // This one says where the others lie.
        guard entry == "output-file-map.json" else {
          try link(entry, in: from, to: to)
          continue
        }
        let map = try String(contentsOfFile: "\(from)/\(entry)", encoding: .utf8)
        try Data(map.replacing(installation.products, with: products).utf8)
          .write(to: URL(fileURLWithPath: "\(to)/\(entry)"))
      }
    }
  }

  private func link(_ name: String, in folder: String, to other: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(other)/\(name)", withDestinationPath: "\(folder)/\(name)")
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
