import Foundation
import Testing

@testable import Grading

/// Where in a folder somebody's work is found, and what is said of it.
@Suite("What lies somewhere else")
struct SearchTests {
  private let exercise = Exercise(
    number: "05", title: "", folder: "05-Nets", files: ["Net.swift", "SGD.swift"],
    given: ["Given.swift"], plan: ExercisePlan(checks: [:]))
  private let stubs = [
    "Net.swift": Data("func net() {\n  // TODO\n  unfinished()\n}\n".utf8),
    "SGD.swift": Data("func sgd() { unfinished() }\n".utf8),
  ]
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func put(_ text: String, at path: String) throws {
    let path = "\(folder.path)/s/\(path)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func contents() throws -> Submission.Contents {
    try Submission(EntryName("s"), in: folder.path).contents(for: exercise, stubs: stubs)
  }

  @Test("A file that is the only one of its name is found at any depth, and it is said where")
  func anyDepth() throws {
    try put("1", at: "Gradus-main/Exercises/05-Nets/Net.swift")
    try put("2", at: "Gradus-main/Exercises/05-Nets/SGD.swift")
    #expect(try contents().files == ["Net.swift": Data("1".utf8), "SGD.swift": Data("2".utf8)])
    #expect(
      try contents().notes == [
        "Found in Gradus-main/Exercises/05-Nets: Net.swift and SGD.swift."
      ])
  }

  @Test(
    "… in any case, and with the marks of a copy",
    arguments: [
      "net.swift", "NET.SWIFT", "Net (1).swift", "Net(2).swift", "Net copy.swift",
      "Net copy 2.swift", "Net - Copy.swift", "Net - Copy (3).swift", "Net-1.swift", "Net_2.swift",
      "Copy of Net.swift", "Net - Kopie.swift", "Net.swift.txt", "src/net.swift",
    ])
  func otherNames(name: String) throws {
    try put("1", at: name)
    try put("2", at: "SGD.swift")
    #expect(try contents().files["Net.swift"] == Data("1".utf8))
    #expect(try contents().notes == ["\(name) counts as Net.swift."])
  }

  @Test(
    "Another name is another file: it is named, and not read",
    arguments: ["Network.swift", "MyNet.swift", "Net2.swift", "Net.py", "Net.swift~"])
  func strangers(name: String) throws {
    try put("1", at: name)
    try put("2", at: "SGD.swift")
    #expect(try contents().files["Net.swift"] == nil)
    #expect(
      try contents().notes == [
        "Net.swift was not handed in. The stub stands in for it.",
        "What else lies there was not read: \(name).",
      ])
  }

  @Test("An untouched stub in front hides no work behind it, whatever an editor made of its spaces")
  func stubInFront() throws {
    try put("\u{FEFF}func net() {\r\n\t// TODO\r\n\tunfinished()\r\n}", at: "Net.swift")
    try put("1", at: "Work/Net.swift")
    try put("2", at: "SGD.swift")
    try put("func sgd() { unfinished() }\n", at: "old/SGD.swift")
    #expect(try contents().files == ["Net.swift": Data("1".utf8), "SGD.swift": Data("2".utf8)])
    #expect(
      try contents().notes == [
        "Found in Work, and counted in place of untouched stubs: Net.swift."
      ])
  }

  @Test("Of several that differ the usual place counts, the others are named; equal ones are one")
  func several() throws {
    try put("1", at: "Net.swift")
    try put("2", at: "a/Net.swift")
    try put("// By mail.\r\n1\r\n", at: "b/Net.swift")
    try put("3", at: "Net (1).swift")
    try put("x", at: "z/SGD.swift")
    try put("x", at: "05-Nets/SGD.swift")
    #expect(try contents().files == ["Net.swift": Data("1".utf8), "SGD.swift": Data("x".utf8)])
    #expect(
      try contents().notes == [
        "There is more than one Net.swift: Net.swift counts; a/Net.swift and Net (1).swift do not. "
          + "Leave one."
      ])
  }

  @Test("Another exercise's room counts only where this one's is not there: the work lies amiss")
  func otherRooms() throws {
    try put("6", at: "06-More/Net.swift")
    #expect(try contents().files == ["Net.swift": Data("6".utf8)])
    try put("func sgd() { unfinished() }", at: "deep/05-nets/SGD.swift")
    try put("6", at: "06-More/SGD.swift")
    #expect(try contents().files == ["SGD.swift": Data("func sgd() { unfinished() }".utf8)])
    try put("5", at: "deep/05-nets/Net.swift")
    #expect(try contents().files["Net.swift"] == Data("5".utf8))
  }

  @Test("In a whole package that was handed in, the course's own files are nobody's work")
  func wholePackage() throws {
    for top in ["", "Gradus-main/"] {
      try put("func sgd() { unfinished() }", at: "\(top)Exercises/05-Nets/SGD.swift")
      try put("1", at: "\(top)Solutions/05-Nets/SGD.swift")
      try put("1", at: "\(top)Data/Submissions/05/reference/SGD.swift")
      try put("1", at: "\(top)Tests/Nets/Net.swift")
      try put("", at: "\(top)README.md")
      try put("", at: "\(top)Exercises/05-Nets/README.md")
      try put("", at: "\(top)Exercises/00-Given/Tensors/Tensor.swift")
    }
    #expect(
      try contents().files == ["SGD.swift": Data("func sgd() { unfinished() }".utf8)])
    #expect(try contents().notes == ["Net.swift was not handed in. The stub stands in for it."])
  }

  @Test("What is not written in UTF-8 is read as it was written, and it is said")
  func encodings() throws {
    let text = "// größe\nlet a = \"ä\"\n"
    try put("", at: "SGD.swift")
    for (encoding, name) in [
      (String.Encoding.windowsCP1252, "Windows-1252"), (.utf16, "UTF-16"),
    ] {
      let data = try #require(text.data(using: encoding))
      try data.write(to: URL(fileURLWithPath: "\(folder.path)/s/Net.swift"))
      #expect(try contents().files["Net.swift"] == Data(text.utf8))
      #expect(
        try contents().notes.contains(
          "Net.swift was written in \(name), and read so. Swift wants UTF-8: save it as that."))
    }
    for whole in ["\u{FEFF}\(text)", text.replacing("\n", with: "\r\n")] {
      try put(whole, at: "Net.swift")
      #expect(try contents().files["Net.swift"] == Data(whole.utf8))
      #expect(try contents().notes.isEmpty)
    }
  }

  @Test("What is packed is named, with the cure; what systems leave behind is not looked at")
  func archives() throws {
    try put("", at: "work.7z")
    for name in ["__MACOSX/Net.swift", "._Net.swift", ".git/Net.swift", ".build/a/Net.swift"] {
      try put("1", at: name)
    }
    try put("2", at: "SGD.swift")
    #expect(try contents().files["Net.swift"] == nil)
    #expect(
      try contents().notes == [
        "Net.swift was not handed in. The stub stands in for it.",
        "work.7z is packed and not looked into. Unpack it here, and grade again.",
      ])
  }

  @Test("Links, pipes and folders of the right name do not hide the file, and are never followed")
  func hostileNames() throws {
    try put("secret", at: "../elsewhere/Net.swift")
    try put("1", at: "a/b/Net.swift")
    try put("2", at: "SGD.swift/deep/SGD.swift")
    let s = "\(folder.path)/s"
    symlink("\(folder.path)/elsewhere/Net.swift", "\(s)/Net.swift")
    symlink("\(folder.path)/elsewhere", "\(s)/05-Nets")
    symlink("..", "\(s)/a/up")
    mkfifo("\(s)/a/Net.swift", 0o644)
    #expect(try contents().files == ["Net.swift": Data("1".utf8), "SGD.swift": Data("2".utf8)])
  }

  @Test("A folder without end is searched to a bound, the near first, and that is said")
  func bounds() throws {
    let deep = (1...40).map { "\($0)/" }.joined()
    try put("1", at: "\(deep)Net.swift")
    try put("2", at: "a/SGD.swift")
    #expect(try contents().files == ["SGD.swift": Data("2".utf8)])
    #expect(try contents().notes.last == Sentences.tooMuchToSearch)
  }

  @Test("A flood of other files hides none that lies where it is usual")
  func flood() throws {
    try put("", at: "x")
    for i in 0..<(Search.mostEntries + 500) {
      close(open("\(folder.path)/s/flood-\(i) (1).swift", O_CREAT, 0o644))
    }
    try put("1", at: "Net.swift")
    try put("2", at: "Exercises/05-Nets/SGD.swift")
    #expect(try contents().files == ["Net.swift": Data("1".utf8), "SGD.swift": Data("2".utf8)])
  }

  @Test("Names in notes hold no line of their own")
  func notesAreLines() throws {
    try put("1", at: "a\nb/Net.swift")
    try put("1", at: "c\nd.txt")
    #expect(try contents().notes.count == 3)
    #expect(try contents().notes.allSatisfy { !$0.contains("\n") })
  }
}
