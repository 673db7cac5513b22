import Foundation
import Testing

@testable import Grading

@Suite("The policy of a class that is shared")
struct ShardPolicyTests {
  private let exercise = SyntheticClass.exercise
  private let folder: ScratchFolder
  private let names = (1...20).map { "student \($0)" }

  init() throws {
    folder = try ScratchFolder()
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// 75 points.
  private func report(_ name: String) -> Report {
    var report = SyntheticClass.report(name, [.failed], digest: name)
    report.graderDigest = "g"
    return report
  }

  @Test("The policy of the shards is merge's without being said; another one makes other grades")
  func policy() throws {
    var policy = Policy()
    policy.extra = [.init(submission: names[0], points: Score(5), reason: "a fault")]
    for number in 1...2 {
      let shard = Shard(number, of: 2)
      let output = try BatchOutput(path("out"), of: exercise, seed: 7, secret: "s", shard: shard)
      #expect(try output.keep(policy) == false)
      #expect(throws: GraderError.self) { try output.keep(Policy()) }
      #expect(throws: GraderError.self) { try output.keep(nil) }
      try ShardRecord(
        shard: number, of: 2, submissions: names, hasPolicy: true, attempts: nil,
        policyDigest: KeptPolicy(policy).digest
      ).write(in: output.path)
      for name in names where shard.holds(name) { try output.write(report(name)) }
    }
    func points() throws -> Score? {
      try BatchResults(path("out"), of: [exercise]).reports.first { $0.submission == names[0] }?
        .score
    }
    func run(_ given: Policy?) throws -> (isNew: Bool, isWhole: Bool) {
      let merge = try Merge([path("out")], into: nil, of: [exercise])
      return (merge.isNew(given), try merge.run(policy: given).isWhole)
    }
    #expect(try run(nil) == (false, true))
    #expect(try points() == Score(80))
    #expect(try run(policy) == (false, true))
    policy.extra[0].points = Score(9)
    #expect(try run(policy) == (true, true))
    #expect(try points() == Score(84))
    #expect(try run(nil) == (false, true))
    #expect(try points() == Score(84))
    // Other attempts are other work, which nobody has graded.
    policy.mostAttempts = 1
    #expect(try run(policy) == (true, false))
    #expect(try BatchJournal.read(in: path("out")).policy?.content.mostAttempts == nil)
  }
}
