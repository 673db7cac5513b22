import Datasets
import Foundation
import Testing

@testable import Grading

/// What is read of a folder that somebody handed in.
@Suite("A submission's folder")
struct IntakeTests {
  private let exercise = Exercise(
    number: "05", title: "", folder: "05-Nets", files: ["A.swift", "B.swift"],
    given: ["Given.swift"], plan: ExercisePlan(checks: [:]))
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func put(_ text: String, at path: String) throws {
    let path = "\(folder.path)/\(path)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func contents(of name: String) throws -> Submission.Contents {
    try Submission(EntryName(name), in: folder.path).contents(for: exercise)
  }

  @Test("Files are found in the folder itself and where they lie in the package")
  func places() throws {
    try put("1", at: "flat/A.swift")
    try put("2", at: "room/05-Nets/A.swift")
    try put("3", at: "package/Exercises/05-Nets/A.swift")
    #expect(try contents(of: "flat").files == ["A.swift": Data("1".utf8)])
    #expect(try contents(of: "room").files == ["A.swift": Data("2".utf8)])
    #expect(try contents(of: "package").files == ["A.swift": Data("3".utf8)])
  }

  @Test("Nothing is read but what the exercise lists")
  func nothingElse() throws {
    try put("1", at: "s/A.swift")
    try put("2", at: "s/Given.swift")
    try put("3", at: "s/Package.swift")
    #expect(try contents(of: "s").files.keys.sorted() == ["A.swift"])
    #expect(
      try contents(of: "s").notes == ["B.swift was not handed in. The stub stands in for it."])
  }

  @Test("A link, a folder, a pipe and a file that is too long are refused, each with a sentence")
  func refusals() throws {
    try put("secret", at: "elsewhere/A.swift")
    for name in ["link", "folder", "pipe", "long"] { try put("", at: "\(name)/B.swift") }
    let place: (String) -> String = { "\(folder.path)/\($0)/A.swift" }
    try FileManager.default.createSymbolicLink(
      atPath: place("link"), withDestinationPath: place("elsewhere"))
    try FileManager.default.createDirectory(
      atPath: place("folder"), withIntermediateDirectories: false)
    mkfifo(place("pipe"), 0o644)
    try put(String(repeating: "x", count: 257 << 10), at: "long/A.swift")
    for name in ["link", "folder", "pipe"] {
      #expect(
        try contents(of: name).notes
          == ["A.swift is no plain file but a link or a device. The stub stands in for it."])
    }
    #expect(
      try contents(of: "long").notes == [
        "A.swift is 257 KiB long, and at most 256 KiB are read. The stub stands in for it."
      ])
  }

  @Test(
    "What is there and closed to us costs nobody points: it is a fault of the grader",
    .enabled(if: getuid() != 0, "root may read everything"))
  func closedToUs() throws {
    try put("1", at: "file/A.swift")
    try put("1", at: "folder/A.swift")
    for path in ["file/A.swift", "folder"] {
      chmod("\(folder.path)/\(path)", 0)
      #expect(throws: GraderError.self) {
        try contents(of: String(path.split(separator: "/")[0]))
      }
      chmod("\(folder.path)/\(path)", 0o755)
    }
  }

  @Test("A link on the way to a file is not followed either")
  func linkedFolder() throws {
    try put("secret", at: "elsewhere/A.swift")
    try put("", at: "s/B.swift")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/s/05-Nets", withDestinationPath: "\(folder.path)/elsewhere")
    #expect(try contents(of: "s").files["A.swift"] == nil)
  }

  @Test("The digest tells handed-in files apart by name and contents, and nothing else")
  func digests() throws {
    try put("1", at: "a/A.swift")
    try put("1", at: "b/A.swift")
    try put("else", at: "b/notes.txt")
    try put("2", at: "c/A.swift")
    try put("1", at: "d/B.swift")
    let digests = try ["a", "b", "c", "d"].map { try contents(of: $0).digest }
    #expect(digests[0] == digests[1])
    #expect(Set(digests).count == 3)
  }

  @Test("A folder that is itself a link is nobody's: it is a fault of the grader, and no zero")
  func linkedSubmission() throws {
    try put("secret", at: "alice/A.swift")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/mallory", withDestinationPath: "alice")
    #expect(try SubmissionFolder(folder.path).submissions.map(\.name) == ["alice", "mallory"])
    let error = #expect(throws: GraderError.self) { try contents(of: "mallory") }
    #expect(
      error.map(Sentences.error) == "\(folder.path)/mallory is a link, and may lead to somebody "
        + "else's work. Put the folder itself in its place.")
  }

  @Test("The digest is the SHA-256 of the standard's own examples")
  func sha256() {
    #expect(
      Digest("abc").description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest("").description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).description
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
