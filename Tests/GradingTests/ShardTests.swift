import Foundation
import Testing

@testable import Grading

@Suite("Shares of a class, and what is put together of them")
struct ShardTests {
  private let exercise = SyntheticClass.exercise
  private let folder: ScratchFolder
  private let names = (1...20).map { "student \($0)" }

  init() throws {
    folder = try ScratchFolder()
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func report(_ name: String, _ verdicts: [Verdict] = []) -> Report {
    var report = SyntheticClass.report(name, verdicts, digest: name)
    report.graderDigest = "g"
    return report
  }

  /// Writes what a shard would: its record, and a report on each of its own but `absent`.
  private func work(
    _ shard: Shard, in output: String, class names: [String]? = nil, absent: [String] = [],
    secret: String = "s", change: (inout Report) -> Void = { _ in }
  ) throws {
    let names = names ?? self.names
    let output = try BatchOutput(
      path(output), of: exercise, seed: 7, secret: secret, shard: shard)
    try ShardRecord(
      shard: shard.number, of: shard.count, submissions: names, hasPolicy: false, attempts: nil
    ).write(in: output.path)
    for name in names where shard.holds(name) && !absent.contains(name) {
      var report = report(name)
      change(&report)
      try output.write(report)
    }
  }

  private func merge(_ folders: [String], into output: String? = nil) throws -> Merge.Outcome {
    try Merge(folders.map(path), into: output.map(path), of: [exercise]).run()
  }

  private func text(_ path: String) -> String? {
    try? String(contentsOfFile: self.path(path), encoding: .utf8)
  }

  @Test("A share is read as 2/5, and nothing else is one")
  func reading() {
    #expect(Shard("2/5") == Shard(2, of: 5))
    #expect(Shard("1/1")?.description == "1/1")
    for text in ["", "2", "0/5", "6/5", "2/0", "-1/5", "2/5/1", "a/b", "1/10001", "1 /5"] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }

  @Test("Each submission is in one share, always the same, whoever else there is")
  func sharing() {
    for count in [1, 2, 7] {
      for name in names {
        let holders = (1...count).filter { Shard($0, of: count).holds(name) }
        #expect(holders == [Shard.number(of: name, among: count)])
      }
    }
    // Kept: another rule would have a class that is half graded graded again.
    #expect((0..<6).map { Shard.number(of: "student \($0)", among: 5) } == kept)
    let sizes = (1...10).map { number in
      (1...2000).count { Shard(number, of: 10).holds("student \($0)") }
    }
    #expect(sizes.allSatisfy { (150...250).contains($0) }, "\(sizes)")
  }
  private let kept = [4, 5, 4, 5, 4, 4]

  @Test("Of one folder or of several comes what one grader would have written, byte for byte")
  func whole() throws {
    let alone = try BatchOutput(path("alone"), of: exercise, seed: 7, secret: "s")
    var reports = ClassReports(names.map { report($0) })
    for name in names { try alone.write(report(name)) }
    try alone.conclude(exercise, &reports, nil)
    for number in 1...3 {
      try work(Shard(number, of: 3), in: "one")
      try work(Shard(number, of: 3), in: "each\(number)")
    }
    #expect(try merge(["one"]).isWhole)
    #expect(try merge(["each1", "each2", "each3"], into: "all").isWhole)
    let files = ["gradebook.csv", "index.html"] + names.map { "pages/\($0).html" }
    for file in files {
      let expected = try #require(text("alone/\(file)"))
      #expect(text("one/\(file)") == expected, "\(file)")
      #expect(text("all/\(file)") == expected, "\(file)")
    }
    #expect(try merge(["one"]).isWhole)
    #expect(try BatchResults(path("one"), of: [exercise]).reports.count == names.count)
  }

  @Test(
    "Who is missing is named, with the shares that have to work; there is no gradebook until then")
  func missing() throws {
    let absent = names.filter { Shard.number(of: $0, among: 3) == 2 }
    try work(Shard(1, of: 3), in: "out")
    try work(Shard(2, of: 3), in: "out", absent: [absent[0]])
    var outcome = try merge(["out"])
    let rest = names.filter { Shard.number(of: $0, among: 3) == 3 } + [absent[0]]
    #expect(Set(outcome.missing) == Set(rest))
    #expect(outcome.open == [Shard(2, of: 3), Shard(3, of: 3)])
    #expect(!outcome.isWhole && outcome.misfits.isEmpty)
    #expect(text("out/gradebook.csv") == nil)
    #expect(
      Screen.merged(outcome, in: "out").contains(
        "Grade what is missing with --shard 2/3 and --shard 3/3, then"))
    try work(Shard(2, of: 3), in: "out")
    try work(Shard(3, of: 3), in: "out")
    outcome = try merge(["out"])
    #expect(outcome.isWhole && outcome.reports.map(\.submission) == names)
  }

  @Test(
    "A report of another seed, grader, sandbox, set of data or checks is named, and nothing is lost",
    arguments: 0..<5)
  func misfits(kind: Int) throws {
    try work(Shard(1, of: 2), in: "out")
    let one = names.first { Shard(2, of: 2).holds($0) } ?? ""
    try work(Shard(2, of: 2), in: "out") { report in
      guard report.submission == one else { return }
      switch kind {
      case 0: report.seed = 8
      case 1: report.graderDigest = "h"
      case 2: report.sandbox = "bwrap"
      case 3: report.dataset = "another set"
      default: report.points += 1
      }
    }
    let before = text("out/reports/\(one).json")
    let outcome = try merge(["out"])
    #expect(outcome.misfits.count == 1 && outcome.misfits[0].hasPrefix("\(one): this report is "))
    #expect(outcome.missing.isEmpty && !outcome.isWhole)
    #expect(text("out/gradebook.csv") == nil)
    #expect(text("out/reports/\(one).json") == before && before != nil)
  }

  @Test("Graded twice alike is told; graded twice and not alike belongs to nobody yet")
  func doubled() throws {
    for number in 1...2 { try work(Shard(number, of: 2), in: "a") }
    try work(Shard(2, of: 2), in: "b") { $0.build.seconds = 99 }
    let own = names.filter { Shard(2, of: 2).holds($0) }
    var outcome = try merge(["a", "b"], into: "all")
    #expect(outcome.isWhole && Set(outcome.doubled) == Set(own))

    try work(Shard(2, of: 2), in: "c") { report in
      if report.submission == own[0] { report = self.report(own[0], [.failed]) }
    }
    outcome = try merge(["a", "c"], into: "other")
    #expect(outcome.misfits.count == 1)
    #expect(outcome.misfits[0].contains("two reports that do not agree: 100 points, and 75 in"))
    #expect(text("other/gradebook.csv") == nil)
    #expect(text("c/reports/\(own[0]).json") != nil && text("a/reports/\(own[0]).json") != nil)
  }

  @Test("Another batch, another number of shares, another class and a stranger's file are told")
  func strangers() throws {
    try work(Shard(1, of: 2), in: "a")
    try work(Shard(2, of: 2), in: "b", secret: "t")
    let error = #expect(throws: GraderError.self) { try merge(["a", "b"], into: "all") }
    #expect(error.map(Sentences.error)?.contains("are of different batches") == true)
    let none = #expect(throws: GraderError.self) {
      _ = try BatchOutput(path("plain"), of: exercise, seed: 7)
      _ = try merge(["plain"])
    }
    #expect(none.map(Sentences.error)?.hasPrefix("No shard has left anything in") == true)

    try work(Shard(2, of: 3), in: "c")
    #expect(
      try merge(["a", "c"], into: "d").misfits.contains(
        "There are shards of 2 and 3: they do not fit together."))
    try work(Shard(2, of: 2), in: "e", class: names + ["new"])
    let outcome = try merge(["a", "e"], into: "f")
    #expect(outcome.misfits.contains("Shard 2/2 saw another class than shard 1/2."))

    try work(Shard(2, of: 2), in: "a")
    try Data("{".utf8).write(to: URL(fileURLWithPath: path("a/reports/x.json")))
    #expect(try merge(["a"]).misfits.map { $0.contains("reports/x.json is not as") } == [true])
    unlink(path("a/reports/x.json"))
    #expect(try merge(["a"]).isWhole)
  }

  @Test(
    "Shares work at the same time; one alone does not begin meanwhile, nor the same share twice")
  func locks() throws {
    let one = try BatchOutput(path("out"), of: exercise, seed: 7, shard: Shard(1, of: 2))
    let two = try BatchOutput(path("out"), of: exercise, seed: nil, shard: Shard(2, of: 2))
    #expect(one.drawingSeed == two.drawingSeed)
    for shard in [nil, Shard(1, of: 2)] {
      let error = #expect(throws: GraderError.self) {
        try BatchOutput(path("out"), of: exercise, seed: nil, shard: shard)
      }
      #expect(error.map(Sentences.error)?.contains("is at work on") == true)
    }
    #expect(throws: GraderError.self) { try merge(["out"]) }
  }

  @Test("Of many that begin at once, one's secret is everybody's")
  func oneSecret() throws {
    let count = 40
    let output = path("out")
    let exercise = exercise
    nonisolated(unsafe) let seeds = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    defer { seeds.deallocate() }
    DispatchQueue.concurrentPerform(iterations: count) { i in
      seeds[i] =
        (try? BatchOutput(output, of: exercise, seed: nil, shard: Shard(i + 1, of: count)))?
        .drawingSeed ?? UInt64(i)
    }
    #expect(Set((0..<count).map { seeds[$0] }).count == 1)
  }
}
