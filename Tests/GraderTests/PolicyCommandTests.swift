import Foundation
import Grading
import Testing

@Suite("grader batch and its policy")
struct PolicyCommandTests {
  @Test("A run that is not told of the policy takes nobody's grade back; times of nobody are named")
  func policyStays() throws {
    let folder = try ScratchFolder()
    let sample = "\(try Installation.find().root)/Data/Submissions/01/half-done"
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/class", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: sample, toPath: "\(folder.path)/class/ann")
    for (name, text) in [
      (
        "policy.json",
        """
        {"late": {"due": "2026-11-20T23:59:59+01:00", "times": "times.csv", "each": "1 h",
          "costs": "50 %"}}
        """
      ),
      ("times.csv", "ann,2026-11-21T00:10:00+01:00\nbeatrix,2026-11-20T00:10:00+01:00\n"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    let words =
      ["batch", "class", "--exercise", "01", "--output", "out"] + sandboxWords
    func gradebook() throws -> String {
      try String(contentsOfFile: "\(folder.path)/out/gradebook.csv", encoding: .utf8)
    }
    let first = try GraderCommand(words + ["--policy", "policy.json"], in: folder.path)
    #expect(first.status == 0, "\(first.errors)")
    #expect(
      first.errors.contains(
        "Times without a submission of that name, which decide nothing (1): beatrix."))
    let graded = try gradebook()
    #expect(graded.contains(",grade,"))

    let second = try GraderCommand(words, in: folder.path)
    #expect(second.status == 2)
    #expect(second.errors.contains("bear grades, and no policy is given. Give it with --policy"))
    #expect(try gradebook() == graded)
  }

  @Test("Where nobody has a file of the exercise, the batch asks whether it is the right one")
  func wrongExercise() throws {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/class/ann", withIntermediateDirectories: true)
    try Data("let x = 1\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder.path)/class/ann/Other.swift"))
    let run = try GraderCommand(
      ["batch", "class", "--exercise", "01", "--output", "out"] + sandboxWords, in: folder.path)
    #expect(
      run.errors.contains(
        "Nobody has handed in a file of exercise 01. Is it the right --exercise, and the folder"))
    let similar = try GraderCommand(
      ["similar", "class", "--exercise", "01", "--output", "class/out"], in: folder.path)
    #expect(similar.status == 2)
    #expect(similar.errors.contains("lies in the folder of submissions"))
  }
}
