import Foundation
import Testing

@testable import Grading

/// What of an archive counts, and what it cannot do.
@Suite("A packed submission")
struct ArchiveTests {
  private typealias Entry = PackedFiles.Entry

  private let exercise = Exercise.ofTwoFiles
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func put(_ data: Data, at path: String) throws {
    try folder.put(data, at: path)
  }

  private func contents(_ name: String) throws -> Submission.Contents {
    let all = try SubmissionFolder(folder.path).submissions
    let submission = try #require(all.first { $0.name == name })
    return try submission.contents(for: exercise)
  }

  private let both = [Entry("Net.swift", "1"), Entry("SGD.swift", "2")]
  private let texts = ["Net.swift": Data("1".utf8), "SGD.swift": Data("2".utf8)]

  @Test("Archives of every kind are looked into, beside others and in a folder; it is said where")
  func kinds() throws {
    var deflated = both
    for i in deflated.indices { deflated[i].isDeflated = true }
    let files = [
      "a.zip": try PackedFiles.zip(both), "b.ZIP": try PackedFiles.zip(deflated),
      "c.tar": PackedFiles.tar(both), "d.tar.gz": try PackedFiles.gzip(PackedFiles.tar(both)),
      "e.tgz": try PackedFiles.gzip(PackedFiles.tar(both)),
    ]
    for (name, data) in files {
      try put(data, at: name)
      try put(data, at: "in-\(name.prefix(1))/\(name)")
    }
    for (name, _) in files {
      #expect(try contents(Attempt.withoutEnding(name)).files == texts, "\(name)")
      let inFolder = try contents("in-\(name.prefix(1))")
      #expect(inFolder.files == texts)
      #expect(inFolder.notes == ["Found in \(name): Net.swift and SGD.swift."])
    }
  }

  @Test("Of what lies as 'grader submit' packs it, whatever it is called since, nothing is said")
  func asSubmitPacks() throws {
    let packed = ["submission.json", "Net.swift", "SGD.swift"].map {
      Entry("\(exercise.folder)/\($0)", $0 == "Net.swift" ? "1" : "2")
    }
    for name in ["submission-05.zip", "ann_attempt_2.zip"] {
      let owner = "of \(name.prefix(3))"
      try put(try PackedFiles.zip(packed), at: "\(owner)/\(name)")
      #expect(try contents(owner).files == texts)
      #expect(try contents(owner).notes.isEmpty)
    }
  }

  @Test(
    "A file in the folder counts before one that is packed, and an archive in an archive is opened")
  func nested() throws {
    let inner = try PackedFiles.zip([Entry("deep/SGD.swift", "2"), Entry("Net.swift", "0")])
    var outer = Entry("inner.zip")
    outer.data = inner
    try put(try PackedFiles.zip([outer]), at: "ann/outer.zip")
    try put(Data("1".utf8), at: "ann/Net.swift")
    #expect(try contents("ann").files == texts)
    #expect(try contents("ann").notes == ["Found in outer.zip/inner.zip/deep: SGD.swift."])
  }

  @Test("Paths that lead out, links, pipes: nothing is written or read there, and all is told")
  func hostileNames() throws {
    let outside = "\(folder.path)/outside"
    let entries =
      ["../Net.swift", "a/../../SGD.swift", "/\(outside)", "..\\Net.swift", "C:\\x\\Net.swift"].map
    {
      Entry($0, "evil")
    } + [
      Entry("Net.swift", "/etc/passwd", mode: 0o120777), Entry("x/y", outside, mode: 0o120777),
      Entry("x/y/SGD.swift", "2"), Entry("pipe", mode: 0o010644), Entry("work.exe", "3"),
    ]
    try put(try PackedFiles.zip(entries), at: "zip/a.zip")
    try put(PackedFiles.tar(entries), at: "tar/a.tar")
    for (name, file) in [("zip", "a.zip"), ("tar", "a.tar")] {
      let contents = try contents(name)
      #expect(contents.files["Net.swift"] == nil)
      let notes = contents.notes.joined(separator: " ")
      #expect(notes.contains("In \(file), '../Net.swift', 'a/../../SGD.swift', "))
      #expect(notes.contains("Net.swift is no plain file but a link"))
      #expect(notes.contains("work.exe"))
    }
    #expect(!FileManager.default.fileExists(atPath: outside))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["tar", "zip"])
  }

  @Test("Who says less than what comes out, or packs a bomb, gets a sentence and no memory of ours")
  func bombs() throws {
    var liar = Entry("Net.swift")
    liar.data = Data(count: 1 << 20)
    (liar.claimed, liar.isDeflated) = (10, true)
    try put(try PackedFiles.zip([liar, Entry("SGD.swift", "2")]), at: "liar.zip")
    #expect(try contents("liar").files == ["SGD.swift": Data("2".utf8)])
    #expect(
      try contents("liar").notes.contains {
        $0.hasPrefix("In liar.zip, Net.swift cannot be unpacked")
      })
    // Beside others that are packed it costs itself alone.
    var honest = Entry("SGD.swift", "2")
    honest.isDeflated = true
    try put(try PackedFiles.zip([honest, liar, honest]), at: "beside.zip")
    #expect(try contents("beside").files == ["SGD.swift": Data("2".utf8)])
    #expect(try contents("beside").unread == ["beside.zip"])
    // Two whole files of gzip in one entry, of which the second is as long as the entry says.
    var double = Entry("Net.swift", "x")
    double.isDeflated = true
    let inner = try PackedFiles.gzip(Data("evil".utf8)).dropFirst(10)
    double.packed = inner + (try PackedFiles.gzip(Data("x".utf8))).dropLast(8)
    try put(try PackedFiles.zip([double, honest]), at: "double.zip")
    #expect(try contents("double").files == ["SGD.swift": Data("2".utf8)])
    try put(try PackedFiles.gzip(Data(count: 200 << 20)), at: "bomb.tar.gz")
    #expect(
      try contents("bomb").notes.contains(
        "bomb.tar.gz was not read: it holds more than 128 MiB. Pack it anew as a plain .zip."))
    var long = Entry("Net.swift")
    (long.data, long.isDeflated) = (Data(count: 300 << 10), true)
    try put(try PackedFiles.zip([long]), at: "long.zip")
    #expect(
      try contents("long").notes.contains(
        "long.zip/Net.swift is 300 KiB long, and at most 256 KiB are read. The stub stands in for it."
      ))
  }

  @Test("What is cut short, encrypted or no archive is told as such, wherever it is cut")
  func damaged() throws {
    let whole = try PackedFiles.zip(both)
    for count in stride(from: 0, to: whole.count, by: 7) {
      try put(whole.prefix(count), at: "cut.zip")
      #expect(try contents("cut").files.isEmpty)
    }
    for i in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[i] ^= 0xFF
      try put(bytes, at: "flipped.zip")
      _ = try contents("flipped")
    }
    var secret = both[0]
    secret.isEncrypted = true
    try put(try PackedFiles.zip([secret]), at: "secret.zip")
    #expect(
      try contents("secret").notes.contains(
        "secret.zip was not read: it is encrypted. Pack it anew as a plain .zip."))
    #expect(try contents("secret").unread == ["secret.zip"])
    try put(Data("no archive".utf8), at: "none.tgz")
    #expect(
      try contents("none").notes.contains { $0.hasPrefix("none.tgz was not read: it is damaged") })
  }

  @Test("A name that is no UTF-8 was written for DOS, and of equal names the last one counts")
  func names() throws {
    var umlaut = Entry("")
    umlaut.name = [0x81] + Array("ber/Net.swift".utf8)
    umlaut.data = Data("1".utf8)
    let again = [Entry("SGD.swift", "0"), Entry("SGD.swift", "2")]
    try put(try PackedFiles.zip([umlaut] + again), at: "ann/a.zip")
    #expect(try contents("ann").files == texts)
    #expect(try contents("ann").notes.contains("Found in a.zip/über: Net.swift."))
  }

  @Test(
    "The system's own zip and tar are read",
    arguments: ["zip -qr", "tar czf", "tar --format=pax -cf"])
  func systemTools(tool: String) throws {
    let long = String(repeating: "long-name", count: 15) + "/"
    try put(Data("1".utf8), at: "work/\(long)Net.swift")
    try put(Data("2".utf8), at: "work/SGD.swift")
    let name = tool.hasPrefix("zip") ? "a.zip" : tool.contains("z") ? "a.tgz" : "a.tar"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "cd '\(folder.path)' && \(tool) \(name) work && rm -r work"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    #expect(try contents("a").files == texts)
  }
}
