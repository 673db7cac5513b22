import Foundation
import Testing

@testable import Grading

@Suite("What is kept of builds")
struct BuildCacheTests {
  private let folder: ScratchFolder
  private var cache: BuildCache { BuildCache(folder: folder.path) }

  init() throws {
    folder = try ScratchFolder()
  }

  private func make() throws {
    try cache.put("05-a") { (aside) throws(GraderError) in
      try AtomicFile.write(Data("program".utf8), to: "\(aside)/subject")
      try AtomicFile.write(Data("{}".utf8), to: "\(aside)/build.json")
    }
  }

  private func put(_ text: String, as file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/05-a/\(file)"))
  }

  @Test("What was made is kept; what somebody has put in its place is taken away", arguments: 0..<6)
  func poisoned(way: Int) throws {
    #expect(!cache.holds("subject", under: "05-a"))
    try make()
    #expect(cache.holds("subject", under: "05-a") && cache.holds("build.json", under: "05-a"))
    let program = "\(folder.path)/05-a/subject"
    switch way {
    case 0: try put("poison!", as: "subject")
    case 1:
      // With length and time of writing as they were.
      let date = try FileManager.default.attributesOfItem(atPath: program)[.modificationDate]
      try put("qrogram", as: "subject")
      try FileManager.default.setAttributes(
        [.modificationDate: date ?? Date()], ofItemAtPath: program)
    case 2:
      unlink(program)
      symlink("/bin/true", program)
    case 3: unlink("\(folder.path)/05-a/seal.json")
    case 4: try put("{}", as: "seal.json")
    default: try put("{ }", as: "build.json")
    }
    #expect(!cache.isIntact(program))
    #expect(!cache.holds("subject", under: "05-a"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/05-a"))
    try make()
    #expect(cache.holds("subject", under: "05-a"))
  }

  @Test("A copy of it all is as good: there its contents tell")
  func copied() throws {
    try make()
    let copy = "\(folder.path)/copy"
    try Folder.make(copy)
    try FileManager.default.copyItem(atPath: "\(folder.path)/05-a", toPath: "\(copy)/05-a")
    try put("program", as: "subject")
    #expect(cache.holds("subject", under: "05-a"))
    #expect(BuildCache(folder: copy).holds("subject", under: "05-a"))
  }

  @Test("What is lent lies nowhere else meanwhile, and is kept as it was left, also by what fails")
  func lent() throws {
    func lend(_ work: (String) throws(GraderError) -> Void) throws {
      try cache.lending("05-parts", to: "\(folder.path)/place") { (place) throws(GraderError) in
        try work(place)
      }
    }
    func text(in place: String) -> String? {
      FileManager.default.contents(atPath: "\(place)/part").map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    try lend { (place) throws(GraderError) in
      #expect(text(in: place) == nil)
      try Folder.make(place)
      try AtomicFile.write(Data("a".utf8), to: "\(place)/part")
    }
    #expect(throws: GraderError.self) {
      try lend { (place) throws(GraderError) in
        #expect(text(in: place) == "a")
        #expect(!FileManager.default.fileExists(atPath: cache.path(of: "05-parts")))
        try AtomicFile.write(Data("b".utf8), to: "\(place)/part")
        throw .noToolchain
      }
    }
    #expect(text(in: cache.path(of: "05-parts")) == "b")
    try Data("poison".utf8).write(
      to: URL(fileURLWithPath: "\(cache.path(of: "05-parts"))/part"))
    try lend { (place) throws(GraderError) in #expect(text(in: place) == nil) }
  }
}
