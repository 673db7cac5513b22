import Foundation
import Testing

@testable import Grading

@Suite("A newer release around somebody's work")
struct UpdateTests {
  private let scratch: ScratchFolder
  private var package: String { "\(scratch.path)/mine" }
  private let room = "Exercises/01-One"

  /// What was handed out, a line of what is in each file.
  private let old: [String: String] = [
    "Package.swift": "v1", "README.md": "v1", "Grader/main.swift": "v1", "Data/Old.swift": "v1",
    "Exercises/01-One/A.swift": "// TODO: 1.1 v1", "Exercises/01-One/B.swift": "// TODO: 1.2 v1",
    "Exercises/01-One/C.swift": "// TODO: 1.3 v1", "Exercises/01-One/Given.swift": "v1",
    "Exercises/01-One/README.md": "v1",
  ]

  init() throws {
    scratch = try ScratchFolder()
    try release(old, as: "mine")
  }

  private func release(_ texts: [String: String], as name: String) throws {
    var files = texts.mapValues { Data($0.utf8) }
    for (path, text) in files where path.hasPrefix("Exercises/") && path.hasSuffix(".swift") {
      files[path.replacing("Exercises/", with: "Data/Stubs/")] = text
    }
    for (path, data) in files { try write(data, to: "\(name)/\(path)") }
    try write(try ReleaseRecord(files).data, to: "\(name)/\(ReleaseRecord.path)")
  }

  private func write(_ data: Data, to path: String) throws {
    let url = URL(fileURLWithPath: "\(scratch.path)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: "\(package)/\(path)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func update(from path: String) throws -> Update.Outcome {
    try Update(path, of: Installation(root: package, products: package)).apply()
  }

  /// The next release: all is new but C, and there is no `Data/Old.swift`.
  private func next() throws -> String {
    var texts = old.mapValues { $0.replacing("v1", with: "v2") }
    texts["\(room)/C.swift"] = old["\(room)/C.swift"]
    texts["Data/Old.swift"] = nil
    texts["\(room)/D.swift"] = "// TODO: 1.4 v2"
    try release(texts, as: "next")
    return "\(scratch.path)/next"
  }

  @Test("What nobody has touched is renewed; what somebody has written stays, the new beside it")
  func workIsKept() throws {
    for file in ["A", "C"] { try write(Data("mine".utf8), to: "mine/\(room)/\(file).swift") }
    try write(Data("mine".utf8), to: "mine/\(room)/Given.swift")
    try write(Data("mine".utf8), to: "mine/\(room)/Notes.txt")
    try write(Data("an earlier one".utf8), to: "mine/\(room)/A.swift.new")
    let outcome = try update(from: try next())

    #expect(text("\(room)/A.swift") == "mine")
    #expect(text("\(room)/A.swift.new") == "an earlier one")
    #expect(text("\(room)/A.swift.new2") == "// TODO: 1.1 v2")
    #expect(text("\(room)/B.swift") == "// TODO: 1.2 v2")
    #expect(text("\(room)/C.swift") == "mine")
    #expect(text("\(room)/C.swift.new") == nil)
    #expect(text("\(room)/D.swift") == "// TODO: 1.4 v2")
    #expect(text("\(room)/Given.swift") == "v2")
    #expect(text("\(room)/Given.swift.yours") == "mine")
    #expect(text("\(room)/Notes.txt") == "mine")
    #expect(text("Grader/main.swift") == "v2")
    #expect(text("Data/Old.swift") == nil)
    #expect(outcome.kept == ["\(room)/C.swift"])
    #expect(outcome.beside.map(\.1) == ["\(room)/A.swift.new2"])
    #expect(outcome.putAside.map(\.1) == ["\(room)/Given.swift.yours"])
    #expect(outcome.removed.contains("Data/Old.swift"))
    #expect(ReleaseRecord(of: package) == ReleaseRecord(of: "\(scratch.path)/next"))
    let said = Sentences.updated(outcome).joined(separator: "\n")
    #expect(said.contains("\(room)/A.swift stays as you wrote it; the new one is in "))

    // Again there is nothing to do, and nothing is said twice.
    let again = try update(from: "\(scratch.path)/next")
    #expect(again.beside.isEmpty && again.renewed.isEmpty && again.putAside.isEmpty)
    #expect(text("\(room)/A.swift.new3") == nil)
  }

  @Test("After an update that was stopped half-way, the same one goes on and puts nothing twice")
  func goesOn() throws {
    try write(Data("mine".utf8), to: "mine/\(room)/A.swift")
    let path = try next()
    let record = try #require(FileManager.default.contents(atPath: "\(package)/Data/release.json"))
    _ = try update(from: path)
    // As it was before the last thing that is written.
    try write(record, to: "mine/Data/release.json")
    _ = try update(from: path)
    #expect(text("\(room)/A.swift") == "mine")
    #expect(text("\(room)/A.swift.new") == "// TODO: 1.1 v2")
    #expect(text("\(room)/A.swift.new2") == nil)
  }

  @Test("An archive does as well, with its folder or without")
  func archive() throws {
    let path = try next()
    var zip = ZipFile()
    for file in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
      guard !Folder.isFolder("\(path)/\(file)") else { continue }
      let url = URL(fileURLWithPath: "\(path)/\(file)")
      zip.add("course-main/\(file)", try Data(contentsOf: url))
    }
    try write(zip.data, to: "next.zip")
    #expect(try update(from: "\(scratch.path)/next.zip").renewed.contains("Package.swift"))
    #expect(text("Package.swift") == "v2")
  }

  @Test("What cannot be read is not taken for missing: nothing is changed")
  func closed() throws {
    let path = try next()
    let file = "\(package)/\(room)/B.swift"
    try FileManager.default.removeItem(atPath: file)
    try write(Data("mine".utf8), to: "mine/\(room)/B.swift/Deep.swift")
    #expect(throws: GraderError.self) { try update(from: path) }
    #expect(text("\(room)/B.swift/Deep.swift") == "mine")
    #expect(text("Package.swift") == "v1")
  }

  @Test("What is no release, or not whole, changes nothing")
  func refuses() throws {
    let path = try next()
    try FileManager.default.removeItem(atPath: "\(path)/\(room)/B.swift")
    #expect(throws: GraderError.self) { try update(from: path) }
    #expect(throws: GraderError.self) { try update(from: scratch.path) }
    #expect(text("Package.swift") == "v1")
    try FileManager.default.removeItem(atPath: "\(package)/Data/release.json")
    #expect(throws: GraderError.self) { try update(from: try next()) }
  }
}
