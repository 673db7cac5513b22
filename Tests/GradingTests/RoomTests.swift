import Foundation
import Testing

@testable import Grading

@Suite("The files that are compiled")
struct RoomTests {
  private let stubs = [
    "ReLU.swift": Data("public struct ReLU {\n  func f() { unfinished(\"5.3\") }\n}\n".utf8),
    "Sigmoid.swift": Data("public struct Sigmoid {\n  func f() { unfinished(\"5.1\") }\n}\n".utf8),
  ]
  private let both = "struct Sigmoid {}\nstruct ReLU {}"
  private let clash = Compilation.Failed(diagnostics: [
    Diagnostic(file: "ReLU.swift", line: 1, column: 1, message: "invalid redeclaration of 'ReLU'")
  ])

  private func room(_ sources: [String: String]) -> Room {
    Room(sources.mapValues { Data($0.utf8) }, stubs: stubs)
  }

  @Test(
    "A stub gives way to a file that declares the same, be it missing or untouched but for comments",
    arguments: [
      nil, "public struct ReLU {\r\n  func f() { unfinished(\"5.3\") }  \r\n}",
      "// is in Sigmoid.swift\npublic struct ReLU {\n  func f() { unfinished(\"5.3\") } // there\n}",
    ],
    [
      "struct Sigmoid {}\nstruct ReLU {}",
      "struct Sigmoid { let brace = \"{\" }\nstruct ReLU {}",
      "struct Sigmoid {} /* see http://x */ struct ReLU {}",
    ])
  func givesWay(relu: String?, both: String) {
    var room = room(["Sigmoid.swift": both].merging(relu.map { ["ReLU.swift": $0] } ?? [:]) { $1 })
    #expect(room.files.keys.sorted() == ["ReLU.swift", "Sigmoid.swift"])
    let givesWay = room.leaveOutDoubles(clash)
    #expect(givesWay)
    #expect(room.files.keys.sorted() == ["Sigmoid.swift"])
    #expect(room.leftOut == ["ReLU.swift": ["Sigmoid.swift"]])
    let givesMore = room.leaveOutDoubles(clash)
    #expect(!givesMore)
  }

  @Test("It comes back with the parts that the other file held, where that does not compile")
  func comesBack() {
    var room = room(["Sigmoid.swift": both])
    _ = room.leaveOutDoubles(clash)
    room.replace(["Sigmoid.swift"]) { _ in .words([]) }
    #expect(room.files == stubs)
    #expect(room.leftOut.isEmpty)
    #expect(room.standIns.map(\.parts) == [["5.1", "5.3"]])
  }

  @Test(
    "It stays where nothing clashes, where it was written in, and where the name only occurs",
    arguments: [
      ["Sigmoid.swift": "struct Sigmoid {}\n// struct ReLU {}\n/* struct ReLU {} */"],
      ["Sigmoid.swift": "struct Sigmoid { struct ReLU {} }"],
      ["Sigmoid.swift": "struct Sigmoid {}\nstruct ReLU {}", "ReLU.swift": "struct ReLU { }"],
    ])
  func stays(sources: [String: String]) {
    var room = room(sources)
    let givesMore = room.leaveOutDoubles(clash)
    #expect(!givesMore)
    #expect(room.files.count == 2)
    var other = self.room(["Sigmoid.swift": both])
    let failed = Compilation.Failed(diagnostics: [
      Diagnostic(file: "Sigmoid.swift", line: 1, column: 1, message: "expected '}'")
    ])
    let givesOther = other.leaveOutDoubles(failed)
    #expect(!givesOther)
  }

  @Test("A changed declaration is told with its line; one that is gone, with its type's")
  func lines() {
    let room = room([
      "ReLU.swift": """
      // func forward is not here
      public struct Other { func forward() {} }
      public struct ReLU {
        func forward(x: Int) {}
      }
      """
    ])
    let changes = [
      ChangedDeclaration(type: "ReLU", name: "forward", expected: "", seen: ""),
      ChangedDeclaration(type: "ReLU", name: "init", expected: "", seen: nil),
      ChangedDeclaration(type: "Sigmoid", name: "init", expected: "", seen: nil),
    ]
    #expect(room.changes(changes, of: "ReLU.swift").map(\.line) == [4, 3])
    #expect(room.changes(changes, of: "Sigmoid.swift").map(\.type) == ["Sigmoid"])
  }

  @Test("What fails with the stub of another says so, behind that one, while the stub is there")
  func besides() {
    let error = Diagnostic(file: "ReLU.swift", line: 7, column: 1, message: "extra argument 'by'")
    var room = room(["ReLU.swift": "struct ReLU { 1 }", "Sigmoid.swift": "struct Sigmoid { 2 }"])
    room.replace(["Sigmoid.swift"]) { _ in .errors([]) }
    room.replace(["ReLU.swift"]) { _ in .errors([error]) }
    #expect(room.standIns.map(\.file) == ["Sigmoid.swift", "ReLU.swift"])
    #expect(room.standIns.map(\.besides) == [nil, ["Sigmoid.swift"]])
    #expect(
      Sentences.reason(room.standIns[1])
        == "ReLU.swift, line 7, does not compile with our stub of Sigmoid.swift: extra argument 'by'. "
        + "It may be right: mend Sigmoid.swift first.")
    room.putBack("Sigmoid.swift")
    #expect(room.standIns.map(\.besides) == [nil])
  }
}
