import Foundation
import Testing

@testable import Grading

@Suite("A folder of submissions")
struct SubmissionFolderTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func make(_ bytes: [UInt8]) throws {
    let path = Array("\(folder.path)/".utf8) + bytes
    let made = mkdir(path.map { CChar(bitPattern: $0) } + [0], 0o755)
    try #require(made == 0, "this file system takes no such name")
  }

  private func make(_ name: String) throws { try make(Array(name.utf8)) }

  @Test("Each folder is a submission, by name; what lies beside them is named, hidden or not")
  func submissions() throws {
    for name in ["b", "a", ".git", ".build", "__MACOSX"] { try make(name) }
    for name in ["README.md", "c.rar", ".DS_Store"] {
      try Data().write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    mkfifo("\(folder.path)/pipe", 0o644)
    let all = try SubmissionFolder(folder.path)
    #expect(all.submissions.map(\.name) == ["a", "b"])
    #expect(
      all.others == [".DS_Store", ".build", ".git", "README.md", "__MACOSX", "c.rar", "pipe"])
    #expect(
      Screen.leftOut(["README.md", "c.rar"])
        == "Left out, as nobody's folder and no archive that is "
        + "read: README.md and c.rar.")
    #expect(
      Screen.leftOut((1...12).map { "\($0).zip" })?.hasSuffix("10.zip and 2 more.") == true)
    #expect(Screen.leftOut(["a\nb"])?.hasSuffix(" a␊b.") == true)
  }

  @Test("In a copy of the course, the folder of the exercise is the one submission")
  func copyOfTheCourse() throws {
    let rooms = (others: Set(["00-Given", "02-Two"]), own: "01-One")
    for name in ["02-Two", "00-Given", "ada"] { try make(name) }
    let ofStudents = try SubmissionFolder(folder.path, rooms: rooms)
    #expect(ofStudents.submissions.map(\.name) == ["00-Given", "02-Two", "ada"])
    try make("01-One")
    let copy = try SubmissionFolder(folder.path, rooms: rooms)
    #expect(copy.submissions.map(\.name) == ["01-One", "ada"])
    #expect(copy.others == ["00-Given", "02-Two"])
  }

  @Test("A name that begins with a dot, holds a line feed, or is no UTF-8 has a row of its own")
  func strangeNames() throws {
    try make(".hidden")
    try make("two\nlines")
    try make([0x61, 0xE9])
    try make([0x61, 0xE8])
    try make("a\\xE9")
    try make("e\u{301}")
    try make("\u{E9}")
    let all = try SubmissionFolder(folder.path)
    #expect(all.others.isEmpty)
    let names = all.submissions.map { Array($0.name.utf8) }
    let expected = [
      ".hidden", "a\\x5CxE9", "a\\xE8", "a\\xE9", "e\u{301}", "two\nlines", "\u{E9}",
    ]
    #expect(names == expected.map { Array($0.utf8) })
    let files = all.submissions.map { Array(Report.fileName(of: $0.name).utf8) }
    #expect(Set(files).count == names.count)

    let exercise = SyntheticClass.exercise
    for submission in all.submissions { _ = try submission.contents(for: exercise) }
    let reports = all.submissions.map { SyntheticClass.report($0.name) }
    let lines = Gradebook(exercise, ClassReports(reports)).csv.utf8.count {
      $0 == UInt8(ascii: "\n")
    }
    #expect(lines == names.count + 1, "one each, and the titles")
    #expect(SyntheticClass.index(reports).contains("two␊lines"))
    for report in reports {
      let progress = BatchProgress(count: 9, done: 1, kept: 0, jobs: 1, seconds: 1)
      #expect(!Screen.progress(report, progress).contains("\n"))
    }
  }

  @Test("No two names read alike, whatever bytes they are")
  func namesStayApart() {
    let pieces: [[UInt8]] = [
      Array("\\".utf8), Array("x".utf8), Array("E9".utf8), Array("5C".utf8), [0xE9], [0xC3],
      [0xA9], [0xCC, 0x81],
    ]
    var seen: [[UInt8]: EntryName] = [:]
    for a in pieces {
      for b in pieces {
        for c in pieces {
          for d in pieces {
            let name = EntryName(a + b + c + d)
            let text = Array(name.text.utf8)
            #expect(seen[text, default: name] == name, "\(name.text)")
            seen[text] = name
          }
        }
      }
    }
  }

  @Test("Without a folder in it there is nothing to grade")
  func empty() throws {
    #expect(throws: GraderError.self) { try SubmissionFolder(folder.path) }
    #expect(throws: GraderError.self) { try SubmissionFolder("\(folder.path)/nowhere") }
  }
}
