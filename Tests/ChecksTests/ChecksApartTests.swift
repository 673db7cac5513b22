import Checks
import Foundation
import Testing

@testable import Grading

/// A changed check regrades its own exercise alone (`graderDigest`), which is right as long as no other
/// exercise's checks use it.
@Suite("Checks of different exercises")
struct ChecksApartTests {
  private static let nm = ["/usr/bin/nm", "/usr/bin/llvm-nm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private struct Symbols {
    var needed: Set<String> = []
    var defined: Set<String> = []

    /// What the objects need, and what they alone define: of what is weak each object has its own.
    init(of objects: [String], _ nm: String) throws {
      let program = Process()
      program.executableURL = URL(fileURLWithPath: nm)
      program.arguments = objects
      let output = Pipe()
      program.standardOutput = output
      try program.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      program.waitUntilExit()
      try #require(program.terminationStatus == 0)
      for line in text.split(separator: "\n") {
        guard let match = line.wholeMatch(of: /[0-9a-f ]+ ([A-Za-z]) (\S+)/) else { continue }
        if match.1 == "U" { needed.insert(String(match.2)) }
        if "ABCDGRST".contains(match.1) { defined.insert(String(match.2)) }
      }
    }
  }

  @Test(
    "Those of an exercise use nothing of another's: what several use lies in Grader/Checks/Shared",
    .enabled(if: nm != nil, "nm lists the symbols of an object, and there is none"))
  func apart() throws {
    let nm = try #require(Self.nm)
    let installation = try Installation.find()
    var rooms: [String: Symbols] = [:]
    for exercise in Catalogue.exercises {
      let objects = try installation.objects(of: "Checks") {
        $0.contains("/Grader/Checks/\(exercise.module)/")
      }
      #expect(!objects.isEmpty)
      rooms[exercise.number] = try Symbols(of: objects, nm)
    }
    #expect(rooms.values.allSatisfy { !$0.needed.isEmpty && !$0.defined.isEmpty })
    for (room, symbols) in rooms {
      for (other, others) in rooms where other != room {
        let used = symbols.needed.intersection(others.defined)
        #expect(used.isEmpty, "\(room) uses of \(other): \(used.sorted())")
      }
    }
  }
}
