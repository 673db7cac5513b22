import Foundation
import Testing

@testable import Grading

@Suite("What was handed in and not read")
struct NotReadTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func put(_ data: Data, at path: String) throws {
    try folder.put(data, at: "class/\(path)")
  }

  private let exercise = Exercise.ofTwoFiles

  private func contents(_ name: String) throws -> Submission.Contents {
    let all = try SubmissionFolder("\(folder.path)/class").submissions
    return try #require(all.first { $0.name == name }).contents(for: exercise)
  }

  @Test("A file that is too large is told once, with its place, its length and what is read")
  func tooLarge() throws {
    try put(Data(count: 300 << 10), at: "ann/src/Net.swift")
    try put(Data("1".utf8), at: "ann/SGD.swift")
    #expect(
      try contents("ann").notes == [
        "src/Net.swift is 300 KiB long, and at most 256 KiB are read. The stub stands in for it."
      ])
    #expect(try contents("ann").notRead == ["Net.swift": "src/Net.swift"])
    try put(Data(count: 256 << 10 | 1), at: "bob/Net.swift")
    #expect(
      try contents("bob").notes.contains(
        "Net.swift is 262,145 bytes long, and at most 262,144 are read. The stub stands in for it.")
    )
    // Among those of others, longer than any archive.
    try put(Data(), at: "cyx_12_881_Net.swift")
    truncate("\(folder.path)/class/cyx_12_881_Net.swift", 65 << 20)
    #expect(
      try contents("cyx_12").notes.contains {
        $0.hasPrefix("Net.swift is 65 MiB long, and at most")
      })
    #expect(try contents("cyx_12").notRead == ["Net.swift": "Net.swift"])
  }

  @Test("Where nobody has handed in anything of the exercise, that is one sentence")
  func nothing() throws {
    try put(Data("let x = 1".utf8), at: "ann/Other.swift")
    #expect(
      try contents("ann").notes == [
        "Nobody has handed in a file of exercise 05 here: it has Net.swift and SGD.swift.",
        "What else lies there was not read: Other.swift.",
      ])
    #expect(try contents("ann").notRead.isEmpty)
  }

  @Test("What may lie in a damaged archive is not missing, and not still to be written")
  func damaged() throws {
    try put(Data("no archive".utf8), at: "ann/work.zip")
    try put(Data("1".utf8), at: "ann/SGD.swift")
    #expect(
      try contents("ann").notes == [
        "work.zip was not read: it is damaged, or no such archive. Pack it anew as a plain .zip."
      ])
    #expect(try contents("ann").notRead == ["Net.swift": "work.zip"])
  }

  @Test("Checks of a file that was not read end so, once said why, and are no stops")
  func verdict() throws {
    let course = try ToyCourse()
    try course.derive()
    try put(Data(count: 257 << 10), at: "ann/Doubling.swift")
    try put(Data("no archive".utf8), at: "bob.zip")
    let output = try BatchOutput("\(folder.path)/out", of: course.doubling, seed: 1)
    let workshop = try Workshop(course.doubling, installation: course.installation)
    let batch = Batch(
      course.doubling, try SubmissionFolder("\(folder.path)/class"), output: output, jobs: 1,
      data: nil, workshop: workshop, oracle: try Oracle(workshop), asksReference: false)
    let outcome = try batch.run()
    let ann = try output.present("ann")
    #expect(ann.checks.map(\.verdict) == [.notRead])
    #expect(ann.checks[0].message == "Doubling.swift was not read." && ann.checks[0].hint.isEmpty)
    #expect(ann.notes.count == 1 && ann.notRead == ["Doubling.swift"] && ann.hasPoints)
    let bob = try output.present("bob")
    #expect(bob.checks.map(\.verdict) == [.notRead] && bob.unread == ["bob.zip"])
    #expect(!bob.hasPoints && bob.score == nil && bob.notRead == nil)
    let end = Screen.end(outcome, in: "out")
    #expect(end.contains("Files that were not read: 1\n  ann: Doubling.swift\n"))
    #expect(end.contains("Archives that could not be read: 1\n  bob: bob.zip\n"))
    #expect(end.contains("the median is 0 of 100 points") && !end.contains("Were stopped"))
    let screen = Screen.report(ann, of: course.doubling, in: [course.doubling])
    #expect(screen.count(of: "256 KiB are read") == 1 && !screen.contains("was not read."))
    let book = try String(contentsOfFile: "\(folder.path)/out/gradebook.csv", encoding: .utf8)
    #expect(book.contains("\r\nann,0,100,") && book.contains("\r\nbob,,100,"))
  }
}
