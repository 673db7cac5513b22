import Foundation
import Testing

@testable import Grading

@Suite("What is packed to be handed in")
struct HandInTests {
  private let exercise: Exercise
  private let checks: [Check]
  private let scratch: ScratchFolder

  init() throws {
    checks = ["06.a", "06.b", "06.c"].map { Check($0, claim: "", points: 5, hints: []) { _ in } }
    exercise = Exercise(
      number: "06", title: "", folder: "06-Nets", files: ["A.swift", "B.swift"],
      plan: ExercisePlan(
        checks: [:], together: checks, model: ModelFile(bytes: 100, parameters: 20)))
    scratch = try ScratchFolder()
    for file in exercise.files { try put("// \(file)", at: file) }
  }

  private func put(_ text: String, at file: String) throws {
    let path = "\(scratch.path)/Exercises/06-Nets/\(file)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func handIn() throws -> HandIn {
    try HandIn(exercise, Installation(root: scratch.path, products: scratch.path))
  }

  /// The reasons for which `work` packs nothing.
  private func reasons(_ work: () throws -> Void) throws -> [String] {
    do {
      try work()
      return []
    } catch GraderError.notPacked(_, let reasons) {
      return reasons
    }
  }

  @Test("The listed files and the trained network are, and nothing that lies beside them")
  func contents() throws {
    try put("mine", at: "Mine.swift")
    try put("weights", at: "model.safetensors")
    let archive = try Archive(try handIn().archive(), in: scratch.path)
    let folder = "\(scratch.path)/out"
    try Folder.make(folder)
    _ = try archive.layOut(beneath: folder) { _ in true }
    let names = try Folder.contents(of: "\(folder)/06-Nets")
    #expect(names == ["A.swift", "B.swift", "model.safetensors", "submission.json"])
    let manifest = try #require(
      FileManager.default.contents(atPath: "\(folder)/06-Nets/submission.json"))
    #expect(String(decoding: manifest, as: UTF8.self).contains(try handIn().digest))
  }

  @Test("A network that is too large as a file, a link and a file that is too long keep it back")
  func refusedFiles() throws {
    try put(String(repeating: "1", count: 101), at: "model.safetensors")
    try put(String(repeating: "/", count: Choice.largestFile + 1), at: "A.swift")
    let file = "\(scratch.path)/Exercises/06-Nets/B.swift"
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: "\(scratch.path)/Exercises/06-Nets/A.swift")
    let reasons = try reasons { _ = try handIn() }
    try #require(reasons.count == 3)
    #expect(reasons[0].hasPrefix("A.swift has 262,145 bytes, and at most 262,144 are read."))
    #expect(reasons[1].hasPrefix("B.swift is no plain file but a link"))
    #expect(reasons[2].hasPrefix("model.safetensors has 101 bytes, and at most 100 are allowed."))
  }

  @Test("What checks refuse of the work keeps it back; what costs a check alone does not")
  func refusedWork() throws {
    var results = checks.map { CheckResult($0, .refused, message: "more than 4 GiB of memory") }
    func report() -> Report { Report("s", of: exercise, seed: 1, checks: results) }
    let handIn = try handIn()
    #expect(try reasons { try handIn.requireAccepted(by: report()) } == [])
    for i in [1, 2] { results[i].refusal = .parameters(21, limit: 20) }
    let reasons = try reasons { try handIn.requireAccepted(by: report()) }
    #expect(
      reasons == [
        "Your network has 21 parameters, and at most 20 are allowed. Make its layers narrower, or "
          + "take one away."
      ])
  }

  @Test("What was changed while it was checked is not packed as if it had been")
  func changed() throws {
    let handIn = try handIn()
    try put("// another", at: "A.swift")
    let report = Report("s", of: exercise, seed: 1, checks: [])
    #expect(try reasons { try handIn.requireAccepted(by: report) } == [Sentences.changedMeanwhile])
  }
}
