import Foundation
import Grading
import Testing

@Suite("What a clumsy instructor types")
struct ClumsyInstructorTests {
  @Test("A folder too high, an export among the submissions, a damaged archive: a sentence each")
  func walk() throws {
    let folder = try ScratchFolder()
    let files = FileManager.default
    let sample = "\(try Installation.find().root)/Data/Submissions/01/half-done"
    try files.createDirectory(
      atPath: "\(folder.path)/loads/class", withIntermediateDirectories: true)
    for name in ["ann_attempt_1", "ann_attempt_2", "cy"] {
      try files.copyItem(atPath: sample, toPath: "\(folder.path)/loads/class/\(name)")
    }
    try Data("no archive".utf8).write(
      to: URL(fileURLWithPath: "\(folder.path)/loads/class/bob.zip"))
    // What `show` leaves there, whole and half written.
    try files.createDirectory(atPath: "\(folder.path)/out", withIntermediateDirectories: false)
    let pages = ["show-05.html", "show-06.html.12.3.new"]
    for name in pages {
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/out/\(name)"))
    }
    func grader(_ words: String...) throws -> GraderCommand {
      try GraderCommand(
        words + (words[0] == "export" ? [] : sandboxWords), in: folder.path)
    }

    let tooHigh = try grader("batch", "loads", "--exercise", "01", "--output", "out")
    #expect(tooHigh.status == 2)
    #expect(tooHigh.errors.contains("loads/class looks like a class"), "\(tooHigh.errors)")
    #expect(!files.fileExists(atPath: "\(folder.path)/out/batch.json"))

    let batch = try grader("batch", "loads/class", "--exercise", "01", "--output", "out")
    #expect(batch.status == 1, "\(batch.errors)")
    #expect(batch.errors.contains("bob: no points yet; not read: bob.zip"))
    let book = try String(contentsOfFile: "\(folder.path)/out/gradebook.csv", encoding: .utf8)
    #expect(book.contains("\r\nann,") && book.contains("\r\nbob,,100,"))
    for name in pages { #expect(files.fileExists(atPath: "\(folder.path)/out/\(name)"), "\(name)") }

    let among = try grader("export", "out", "--format", "junit", "--into", "loads/class/grades")
    #expect(among.status == 2 && among.errors.contains("lies in the folder of submissions"))
    let export = try grader("export", "out", "--format", "artemis")
    #expect(export.status == 1 && export.errors.contains("could not be read (1): bob."))
    #expect(export.errors.contains("The points of 2 submissions are in out/artemis"))

    let attempt = try grader(
      "check", "01", "--submission", "loads/class/ann", "--attempt", "1", "--batch", "out")
    #expect(attempt.status == 1)
    #expect(attempt.errors.contains("Attempt 1 of 2, which is not the one that counts."))
    let none = try grader("check", "01", "--submission", "loads/class/ann", "--attempt", "3")
    #expect(none.status == 2 && none.errors.contains("ann has 2 attempts"))
  }
}
