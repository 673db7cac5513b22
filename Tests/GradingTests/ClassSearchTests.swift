import Foundation
import Testing

@testable import Grading

@Suite("One folder too high")
struct ClassSearchTests {
  private let exercise = Exercise.ofTwoFiles
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func put(_ paths: String...) throws {
    for path in paths { try put(Data("1".utf8), at: path) }
  }

  private func put(_ data: Data, at path: String) throws {
    try folder.put(data, at: path)
  }

  /// The sentence with which the folder is refused; nil where it is a class.
  private func refusal(of name: String) -> String? {
    sentence { try SubmissionFolder("\(folder.path)/\(name)").requireClass(of: exercise) }
  }

  @Test("A folder around a class is refused, and the class is named")
  func tooHigh() throws {
    try put("d/class/ann/Net.swift", "d/class/bob/05-Nets/Net.swift", "d/music/a.txt")
    #expect(
      refusal(of: "d")
        == "\(folder.path)/d/class looks like a class: several folders or archives in it hold files "
        + "of exercise 05. In \(folder.path)/d all of it would be one person's. Name "
        + "\(folder.path)/d/class in its place. If it is one person's, leave one version in it.")
    #expect(refusal(of: "d/class") == nil)
  }

  @Test("So is one two folders higher, a class of archives, and what a course site made of one")
  func otherClasses() throws {
    try put("far/term/class/ann/Net.swift", "far/term/class/bob/Net.swift")
    #expect(refusal(of: "far")?.hasPrefix("\(folder.path)/far/term/class looks like") == true)
    let zip = try PackedFiles.zip([.init("Net.swift", "1")])
    for name in ["ann", "bob"] { try put(zip, at: "packed/class/\(name).zip") }
    #expect(refusal(of: "packed")?.hasPrefix("\(folder.path)/packed/class looks") == true)
    try put("site/canvas/annx_12_881_Net.swift", "site/canvas/bobx_13_882_Net.swift")
    #expect(refusal(of: "site")?.hasPrefix("\(folder.path)/site/canvas looks") == true)
    let whole = try PackedFiles.zip([.init("ann/Net.swift", "1"), .init("bob/Net.swift", "1")])
    try put(whole, at: "loads/class.zip")
    #expect(
      refusal(of: "loads")?.contains("Name \(folder.path)/loads/class.zip in its place") == true)
    let deep = [
      "x/class/ann/Net.swift", "x/class/bob/Net.swift", "x/readme.txt", "y/z.txt",
    ].map { PackedFiles.Entry($0, "1") }
    try put(try PackedFiles.zip(deep), at: "deep.zip")
    #expect(refusal(of: "deep.zip")?.contains("deep.zip/x/class looks like a class") == true)
    #expect(refusal(of: "deep.zip")?.contains("Unpack it, and name that folder.") == true)
  }

  @Test("Of several classes the one with most of the exercise's files is named")
  func severalClasses() throws {
    try put(
      "all/04/ann/Net.swift", "all/04/bob/Net.swift", "all/05/ann/Net.swift",
      "all/05/bob/SGD.swift",
      "all/06/ann/SGD.swift", "all/06/bob/SGD.swift")
    #expect(refusal(of: "all")?.hasPrefix("\(folder.path)/all/05 looks like") == true)
  }

  @Test("Where one is one person's, all are: nobody's two versions stop a class")
  func versions() throws {
    try put("c/ann/mine/Net.swift", "c/ann/theirs/Net.swift", "c/bob/Net.swift")
    #expect(refusal(of: "c") == nil)
    try put("one/ann/old/Net.swift", "one/ann/new/Net.swift", "one/ann/v2/Net.swift")
    #expect(refusal(of: "one") == nil)
    try put(
      "own/ann/Net.swift", "own/ann/a/Net.swift", "own/ann/b/Net.swift",
      "copy/ann/Exercises/05-Nets/Net.swift", "copy/ann/Solutions/05-Nets/Net.swift",
      "room/ann/05-Nets/Net.swift", "room/ann/backups/Net.swift")
    for name in ["own", "copy", "room"] { #expect(refusal(of: name) == nil, "\(name)") }
    try put("none/ann/a.txt", "none/bob/b.txt")
    #expect(refusal(of: "none") == nil)
  }
}
