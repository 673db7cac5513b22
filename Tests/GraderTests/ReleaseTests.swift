import Checks
import Foundation
import Grading
import Testing

@Suite("The students' package")
struct ReleaseTests {
  private let root: String
  private let students: StudentsPackage

  init() throws {
    root = try Installation.find().root
    students = try StudentsPackage()
  }

  @Test("Every stub, handout and given file is in it, and nothing of the authors' own")
  func contents() throws {
    let files = try students.files()
    for exercise in Catalogue.exercises {
      for file in exercise.files + exercise.given + ["README.md"] {
        #expect(files.contains("Exercises/\(exercise.folder)/\(file)"))
      }
      #expect(files.contains { $0.hasPrefix("Data/AnswerKeys/\(exercise.number)/") })
    }
    for top in ["Solutions", "Data/Submissions", "Data/Styles", "findings", "Tests/Gra", ".ci"] {
      #expect(!files.contains { $0.hasPrefix(top) }, "\(top)")
    }
    let telling = ["mistakes.txt", "equivalent.txt", "model.safetensors"]
    #expect(!files.contains { telling.contains(($0 as NSString).lastPathComponent) })
    for file in [
      ".github/workflows/checks.yml", ".devcontainer/devcontainer.json", ".vscode/tasks.json",
      "LICENSE", "Documentation/Students.md",
    ] {
      #expect(files.contains(file))
    }
  }

  @Test("Every check whose answers are in it is a public one")
  func publicChecks() {
    let hidden = Catalogue.exercises.flatMap(\.checks).filter { $0.visibility == .hidden }
    #expect(hidden.map(\.id) == [], "'release' has to leave these out, and does not know how")
  }

  /// What is given elsewhere says nothing: a loop over batches stands in many places.
  @Test("No line that a student has to write is in it")
  func noSolution() throws {
    let solutions = try Catalogue.exercises.flatMap { exercise in
      try (exercise.files + exercise.given).map { file in
        MarkedSolution(try text("\(root)/Solutions/\(exercise.folder)/\(file)"))
      }
    }
    let written = solutions.reduce(into: Set()) { $0.formUnion($1.written) }
    #expect(written.count > 800)
    let all = TellingLines(written)
    let given = solutions.reduce(into: Set()) { $0.formUnion(all.found(in: $1.given)) }
    let telling = TellingLines(written.subtracting(given))
    for file in try students.files() where !file.hasPrefix("Data/AnswerKeys/") {
      let found = telling.found(in: try students.text(of: file))
      #expect(found == [], "\(file)")
    }
    // It would be seen.
    let solution = try text("\(root)/Solutions/05-NeuralNetworks/Solver.swift")
    #expect(telling.found(in: solution.replacing("\n", with: "\n  ")).count > 5)
  }

  @Test("Where its texts lead, there is something")
  func links() throws {
    let files = try students.files()
    for file in files where file.hasSuffix(".md") {
      let folder = URL(fileURLWithPath: "/\(file)").deletingLastPathComponent()
      for link in try students.text(of: file).matches(of: /\]\((?!https?:)([^)#]+)[^)]*\)/) {
        let target = folder.appendingPathComponent(String(link.1)).standardizedFileURL
        let path = target.path.dropFirst()
        #expect(
          files.contains { $0 == path || $0.hasPrefix("\(path)/") }, "\(file) leads to \(link.1)")
      }
    }
  }

  @Test("Written again it replaces itself, and a repository in it stays")
  func again() throws {
    let mark = "\(students.path)/.git"
    try FileManager.default.createDirectory(atPath: mark, withIntermediateDirectories: false)
    try Data("main".utf8).write(to: URL(fileURLWithPath: "\(mark)/HEAD"))
    let before = try students.record()
    #expect(try students.release().status == 0)
    #expect(try students.record() == before)
    #expect(try text("\(mark)/HEAD") == "main")
    #expect(try FileManager.default.contentsOfDirectory(atPath: students.scratch.path) == ["p"])
  }

  @Test("It is not written over work, over anything else, nor into the authors' package")
  func refuses() throws {
    let stub = "Exercises/01-WarmUp/Masks.swift"
    try Data("// mine\n".utf8).write(to: URL(fileURLWithPath: "\(students.path)/\(stub)"))
    let worked = try students.release()
    #expect(worked.status == 2)
    #expect(worked.errors.contains("somebody has worked in it since: \(stub)."))
    #expect(try students.text(of: stub) == "// mine\n")

    let half = "\(students.path)/Data/release.json"
    try FileManager.default.removeItem(atPath: half)
    let other = try students.release()
    #expect(other.status == 2)
    #expect(other.errors.contains("holds something else than a students' package"))

    let inside = try GraderCommand(["release", "\(root)/students"])
    #expect(inside.status == 2)
    #expect(inside.errors.contains("lies in the authors' package"))
    #expect(!FileManager.default.fileExists(atPath: "\(root)/students"))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}
