import Foundation
import Testing

@testable import Grading

@Suite("A room that is compiled file by file")
struct IncrementsTests {
  private let scratch: ScratchFolder
  private let increments: Increments
  private let compilation: Compilation

  init() throws {
    scratch = try ScratchFolder()
    increments = Increments(folder: "\(scratch.path)/increments")
    let exercise = Exercise(
      number: "00", title: "", folder: "a room", files: [], given: [],
      plan: ExercisePlan(checks: [:]))
    compilation = Compilation(
      installation: try .find(), toolchain: try .find(), exercise: exercise, earlier: [],
      folder: scratch.path, optimizes: false, sandbox: nil, increments: increments)
  }

  private let room = [
    "A.swift": "public func one() -> Int { 1 }\n",
    "B.swift": "public func two() -> Int { one() + one() }\n",
    "C.swift": "public func three() -> Int { 3 }\n",
  ]

  /// Returns the files in which there are errors.
  private func compile(_ room: [String: String]) throws -> [String] {
    let failed = try compilation.compileRoom(
      room.mapValues { Data($0.utf8) }, emittingModule: false)
    #expect(failed?.words ?? [] == [])
    return failed?.diagnostics.map(\.file) ?? []
  }

  /// Returns the files whose objects are made anew for `room`, which is right.
  private func made(for room: [String: String]) throws -> [String] {
    let before = marks
    let wrong = try compile(room)
    #expect(wrong == [])
    return marks.filter { before[$0.key] != $0.value }.keys.sorted()
  }

  /// When the object of each file was written: its number may be that of the one before.
  private var marks: [String: Date] {
    let objects = increments.objects(of: room.mapValues { Data($0.utf8) })
    var marks: [String: Date] = [:]
    for (file, object) in zip(room.keys.sorted(), objects) {
      let attributes = try? FileManager.default.attributesOfItem(atPath: object)
      marks[file] = attributes?[.modificationDate] as? Date
    }
    return marks
  }

  @Test("After a save nothing is compiled but what changed, and what uses what changed in it")
  func onlyWhatChanged() throws {
    var room = room
    let first = try made(for: room)
    #expect(first == ["A.swift", "B.swift", "C.swift"])
    let again = try made(for: room)
    #expect(again == [])

    room["A.swift"] = "public func one() -> Int { 2 - 1 }\n"
    let body = try made(for: room)
    #expect(body == ["A.swift"])

    room["A.swift"] = "public func one() -> UInt8 { 1 }\n"
    let wrong = try compile(room)
    #expect(wrong == ["B.swift"])
    room["B.swift"] = "public func two() -> UInt8 { one() + one() }\n"
    let type = try made(for: room)
    #expect(type == ["B.swift"])
  }

  @Test("A change is seen whatever the date of the file")
  func dates() throws {
    var room = room
    _ = try made(for: room)
    let file = "\(increments.folder)/A.swift"
    let date = try #require(
      try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date)
    room["A.swift"] = "public func one() -> Int { 7 }\n"
    _ = try increments.lay(room.mapValues { Data($0.utf8) })
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
    let changed = try made(for: room)
    #expect(changed == ["A.swift"])
  }

  @Test("A file that is no more there is missed where it is used, and comes back")
  func gone() throws {
    _ = try made(for: room)
    let without = room.filter { $0.key != "A.swift" }
    let wrong = try compile(without)
    #expect(Set(wrong) == ["B.swift"])
    _ = try made(for: room)
  }

  @Test("The errors of all files are told, in the order of the files")
  func errors() throws {
    let wrong = try compile(room.mapValues { $0 + "private let wrong: Int = \"\"\n" })
    #expect(wrong == ["A.swift", "B.swift", "C.swift"])
    _ = try made(for: room)
  }
}
