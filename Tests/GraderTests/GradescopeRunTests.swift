import Checks
import Foundation
import Testing

@testable import Grading

/// What Gradescope runs for a submission, in a folder that is laid out as its image.
@Suite("A submission on Gradescope")
struct GradescopeRunTests {
  private let home: ScratchFolder
  private let exercise: Exercise

  init() throws {
    home = try ScratchFolder()
    exercise = try Catalogue.exercise("01")
    let installation = try Installation.find()
    for folder in ["submission", "source/.build"] {
      try FileManager.default.createDirectory(
        atPath: "\(home.path)/\(folder)", withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: "\(home.path)/source/.build/release", withDestinationPath: installation.products)
  }

  private struct Results: Decodable {
    let score: Double
    let output: String
    let tests: [Test]

    struct Test: Decodable { let score: Double }
  }

  private func results(of files: [String: Data]) throws -> Results {
    for (name, data) in files {
      try data.write(to: URL(fileURLWithPath: "\(home.path)/submission/\(name)"))
    }
    let run = Process()
    run.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    run.arguments = ["bash", "-c", try GradescopeAutograder(exercise, .find()).run]
    run.environment = ProcessInfo.processInfo.environment.merging(
      ["AUTOGRADER": home.path]) { $1 }
    (run.standardOutput, run.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try run.run()
    run.waitUntilExit()
    try #require(run.terminationStatus == 0)
    return try JSONDecoder().decode(
      Results.self,
      from: Data(contentsOf: URL(fileURLWithPath: "\(home.path)/results/results.json")))
  }

  @Test("Files handed in have their points")
  func files() throws {
    let room = try Installation.find().solutions(of: exercise)
    let results = try results(
      of: ["Masks.swift": Data(contentsOf: URL(fileURLWithPath: "\(room)/Masks.swift"))])
    #expect(results.score > 0 && results.score < 100)
    #expect(abs(results.tests.map(\.score).reduce(0, +) - results.score) < 1e-9)
  }

  @Test("Who hands in a damaged archive is told so, and not that the grader failed")
  func damaged() throws {
    let results = try results(of: ["work.zip": Data("PK\u{3}\u{4} and no more".utf8)])
    #expect(results.score == 0)
    #expect(results.output.contains("work.zip was not read: it is damaged"))
  }
}
