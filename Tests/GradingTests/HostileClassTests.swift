import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

@Suite(
  "A class that means harm",
  .enabled(if: HostileProgram.hasSandbox, "bubblewrap is not there, or may not make namespaces"))
struct HostileClassTests {
  @Test("Each gets its verdict, nobody else's is touched, and nothing is left of any")
  func eachGetsItsVerdict() throws {
    let course = try ToyCourse()
    try course.derive()
    // So little memory that it is used up before the two seconds of computing, on a machine at work too. A
    // stack that is filled to its end, and told, takes more than one where new memory is slow.
    let limits = Limits(cpuSeconds: 2, wallSeconds: 4, memory: 512 << 20, processes: 64)
    let exercise = Exercise(
      number: "01", title: "Twice as much", folder: course.doubling.folder,
      files: course.doubling.files, given: course.doubling.given,
      plan: ExercisePlan(
        checks: [:],
        together: [
          Check(
            "01.doubling.value", claim: "it is so much", points: 100, hints: ["How much?"],
            limits: limits
          ) { exam in
            try exam.expectReference(
              Question<Tensor, Tensor>("01.doubling.value"), of: exam.normal([3]))
          }
        ]))
    let hostile = try HostileClass()
    let folder = try ScratchFolder()
    let canary = "\(folder.path)/canary"
    try AtomicFile.write(Data("secret".utf8), to: canary)
    try hostile.write(to: "\(folder.path)/class", canary: canary)
    let output = try BatchOutput(
      "\(folder.path)/out", of: exercise, apartFrom: "\(folder.path)/class", seed: 1)
    let workshop = try Workshop(exercise, installation: course.installation)
    let batch = Batch(
      exercise, try SubmissionFolder("\(folder.path)/class"), output: output, jobs: 2, data: nil,
      workshop: workshop, oracle: try Oracle(workshop),
      sandbox: try Sandbox.find(.find(), .find()))
    let mounts = try mounts()

    let reports = try batch.run().reports.map { try output.present($0.submission) }
    #expect(reports.count == hostile.members.count)
    for member in hostile.members {
      let report = try #require(reports.first { $0.submission == member.name })
      let said = "\(report.checks[0].message) \(report.notes)"
      #expect(report.checks[0].verdict.rawValue == member.verdict, "\(member.name): \(said)")
      #expect(member.words.isEmpty || said.contains(member.words), "\(member.name): \(said)")
      #expect(report.sandbox == "bwrap")
    }
    #expect(try String(contentsOfFile: canary, encoding: .utf8) == "secret")
    #expect(try Folder.contents(of: folder.path) == ["canary", "class", "out"])
    #expect(marked().isEmpty)
    #expect(try self.mounts() == mounts)
  }

  /// Whoever bears the mark. The kernel keeps fifteen letters.
  private func marked() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { name in
      // As bytes: a name need be no text.
      let comm = FileManager.default.contents(atPath: "/proc/\(name)/comm") ?? Data()
      return comm.starts(with: HostileClass.mark.utf8.prefix(15))
    }
  }

  private func mounts() throws -> Int {
    try String(contentsOfFile: "/proc/self/mounts", encoding: .utf8).split(separator: "\n").count
  }
}
