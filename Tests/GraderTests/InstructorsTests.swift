import Foundation
import Grading
import Testing

@Suite("The page for instructors")
struct InstructorsTests {
  @Test("What it says to type works, in its order, on a class of two")
  func works() throws {
    let copy = try PackageCopy()
    let submissions = "\(copy.folder.path)/class/05"
    try FileManager.default.createDirectory(
      atPath: submissions, withIntermediateDirectories: true)
    for (student, sample) in [("ann", "half-done"), ("ben", "reference")] {
      try FileManager.default.copyItem(
        atPath: "\(copy.folder.path)/Data/Submissions/05/\(sample)",
        toPath: "\(submissions)/\(student)")
    }
    let outside = try ScratchFolder()
    for command in try commands() {
      let words = command.replacing("../", with: "\(outside.path)/").components(separatedBy: " ")
      #expect(words.starts(with: ["swift", "run", "-c", "release", "grader"]), "\(command)")
      let name = words[5]
      let run = try GraderCommand(
        words.dropFirst(5) + (["batch", "check"].contains(name) ? sandboxWords : []), of: copy)
      // Of what was asked of ann, points are missing.
      let isMissing = name == "check" && !command.contains("--only")
      #expect(run.status == (isMissing ? 1 : 0), "\(command): \(run.output) \(run.errors)")
    }
    let made = [
      "\(outside.path)/gradus-students/Package.swift", "reports/05/index.html",
      "reports/05/gradebook.csv", "reports/05/similar.html", "reports/05/junit/class.xml",
    ]
    for file in made {
      let path = file.hasPrefix("/") ? file : "\(copy.folder.path)/\(file)"
      #expect(FileManager.default.fileExists(atPath: path), "\(file)")
    }
  }

  private func commands() throws -> [String] {
    let page = try String(
      contentsOfFile: "\(Installation.find().root)/Documentation/Instructors.md", encoding: .utf8)
    let blocks = page.components(separatedBy: "```sh\n").dropFirst()
    return blocks.flatMap {
      $0.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
    }
  }
}
