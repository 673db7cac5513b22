import Foundation
import Testing

@testable import Grading

@Suite("The results of a batch")
struct BatchOutputTests {
  private let exercise = SyntheticClass.exercise
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private var path: String { "\(folder.path)/out" }

  private func open(
    _ exercise: Exercise? = nil, seed: UInt64? = nil
  ) throws(GraderError) -> BatchOutput {
    try BatchOutput(
      path, of: exercise ?? self.exercise, apartFrom: "\(folder.path)/submissions", seed: seed)
  }

  private func sentence(_ error: GraderError?) -> String? { error.map(Sentences.error) }

  @Test("The seed is kept: who names none gets the same again, and who names another is refused")
  func seedIsKept() throws {
    let drawn = try open().seed
    #expect(try open().seed == drawn)
    #expect(try open(seed: drawn).seed == drawn)
    let error = #expect(throws: GraderError.self) { try open(seed: drawn + 1) }
    #expect(
      sentence(error) == "\(path)/batch.json says that this batch has --seed \(drawn), not "
        + "\(drawn + 1). Give --seed \(drawn) to go on with it, or name another folder for the output."
    )
    #expect(try open().seed == drawn)
  }

  @Test("What is drawn comes from a secret of the folder too, so that no small seed gives it away")
  func secret() throws {
    let drawn = try open(seed: 7).drawingSeed
    #expect(try open(seed: 7).drawingSeed == drawn)
    try FileManager.default.removeItem(atPath: path)
    let other = try open(seed: 7)
    #expect(other.seed == 7 && other.drawingSeed != drawn && other.drawingSeed != 7)
    // A folder that has none goes on as it began.
    try FileManager.default.removeItem(atPath: path)
    try Folder.make(path)
    try Data(#"{"exercise": "05", "seed": 7}"#.utf8).write(
      to: URL(fileURLWithPath: "\(path)/batch.json"))
    #expect(try open().drawingSeed == 7)
  }

  @Test("A policy is kept whole with its digest; none takes it back, and a new one is told")
  func policyIsKept() throws {
    var policy = Policy()
    policy.mostAttempts = 2
    policy.late = LateWork(
      due: Date(timeIntervalSince1970: 1e9), unit: 3600, share: 1000,
      times: ["e\u{301}": Date(timeIntervalSince1970: 1e9 + 5)])
    policy.extra = [.init(submission: "ann", points: Score(hundredths: 250), reason: "a \"fault\"")]
    let seed = try open(seed: 7).seed
    #expect(try open().keep(policy, submissions: "in") == false)
    let journal = try BatchJournal.read(in: path)
    #expect(journal.policy?.content == policy && journal.seed == seed)
    #expect(journal.submissions?.hasSuffix("/in") == true)
    #expect(try open().keep(policy) == false)
    #expect(
      sentence(#expect(throws: GraderError.self) { _ = try open().keep(nil) })?
        .contains("and no policy is given") == true)
    policy.mostAttempts = 3
    #expect(try open().keep(policy) == true)
    #expect(try BatchJournal.read(in: path).policy?.content == policy)
    // What somebody has changed by hand is no policy that anybody was graded by.
    let text = try String(contentsOfFile: "\(path)/batch.json", encoding: .utf8)
    let forged = text.replacing("\"mostAttempts\" : 3", with: "\"mostAttempts\" : 9")
    #expect(forged != text)
    try Data(forged.utf8).write(to: URL(fileURLWithPath: "\(path)/batch.json"))
    let error = #expect(throws: GraderError.self) { _ = try BatchJournal.read(in: path) }
    #expect(sentence(error)?.contains("is not what a grader has written") == true)
  }

  @Test("Another exercise's batch is refused, and so is a journal that is none")
  func otherBatches() throws {
    _ = try open(seed: 1)
    let other = Exercise(
      number: "06", title: "", folder: "06-Other", files: [], given: [],
      plan: ExercisePlan(checks: [:]))
    let error = #expect(throws: GraderError.self) { try open(other) }
    #expect(sentence(error)?.contains("has --exercise 05, not 06. Give --exercise 05") == true)

    try Data("{".utf8).write(to: URL(fileURLWithPath: "\(path)/batch.json"))
    let foreign = #expect(throws: GraderError.self) { try open() }
    #expect(
      sentence(foreign)
        == "\(path)/batch.json is not what a grader has written. Name another folder "
        + "for the output.")
  }

  @Test(
    "A second grader on the same output is refused as long as the first one lives, and told of it")
  func secondGrader() throws {
    var first: BatchOutput? = try open(seed: 1)
    let error = #expect(throws: GraderError.self) { try open() }
    #expect(
      sentence(error) == "Another grader, process \(getpid()), is at work on \(path). "
        + "Wait for its end, or name another folder.")
    #expect(first?.seed == 1)
    first = nil
    #expect(try open().seed == 1)
  }

  @Test("What was only half written is taken away, and nothing else")
  func halfWritten() throws {
    try Folder.make("\(path)/reports")
    let names = [
      "gradebook.csv.12.3.new", "reports/ann.json.4711.5.new", "reports/brand.new", "x.new.txt",
      "show-05.html.12.3.new",
    ]
    for name in names { try Data().write(to: URL(fileURLWithPath: "\(path)/\(name)")) }
    _ = try open()
    let left = try FileManager.default.subpathsOfDirectory(atPath: path)
    #expect(
      names.filter(left.contains) == ["reports/brand.new", "x.new.txt", "show-05.html.12.3.new"])
  }

  @Test("A report that is cut short, or is none, is as good as not there")
  func badReports() throws {
    let output = try open()
    let report = SyntheticClass.report("ann", notes: ["A note."])
    try output.write(report)
    #expect(try output.report(named: "ann")?.notes == ["A note."])
    let json = try report.json()
    for bad in [json.prefix(json.count / 2), Data("[]".utf8), Data()] {
      try bad.write(to: URL(fileURLWithPath: "\(path)/reports/ann.json"))
      #expect(try output.report(named: "ann") == nil)
    }
  }

  @Test("Who is gone leaves the reports; who comes back finds the own; a stranger's file stays")
  func leavers() throws {
    let output = try open()
    for name in ["ann", "ben", "two\nlines"] { try output.write(SyntheticClass.report(name)) }
    try Pages.write([SyntheticClass.report("ben")], to: path)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: "\(path)/reports/mine.json"))

    #expect(try output.putAside(allBut: ["ann", "two\nlines"]) == ["ben"])
    let left = try FileManager.default.subpathsOfDirectory(atPath: path)
    #expect(!left.contains("reports/ben.json") && !left.contains("pages/ben.html"))
    #expect(left.contains("reports/ann.json") && left.contains("reports/mine.json"))
    #expect(try output.report(named: "ben")?.submission == "ben")
    #expect(try output.putAside(allBut: ["ann", "ben", "two\nlines"]).isEmpty)
  }

  @Test("A report stays only where grading would come to the same")
  func conditions() {
    var contents = Submission.Contents()
    contents.files = ["A.swift": Data("1".utf8)]
    contents.notes = ["Found in a: A.swift."]
    let conditions = Conditions(
      exercise: exercise, seed: 7, dataset: "a made-up set", sandbox: "none", graderDigest: "g")
    var report = SyntheticClass.report(
      "ann", digest: contents.digest, notes: contents.notes + ["A.swift does not compile."])
    report.graderDigest = "g"
    func stays(_ change: (inout Report) -> Void) -> Bool {
      var changed = report
      change(&changed)
      return conditions.repeated(by: changed, on: "ann", contents)
    }
    #expect(stays { _ in })
    #expect(!stays { $0.submission = "ben" })
    #expect(!stays { $0.exercise = "06" })
    #expect(!stays { $0.seed = 8 })
    #expect(!stays { $0.dataset = "CIFAR-10" })
    #expect(!stays { $0.sourceDigest = "0" })
    #expect(!stays { $0.notes = [] })
    #expect(!stays { $0.graderVersion = "0" })
    #expect(!stays { $0.graderDigest = nil })
    #expect(!stays { $0.graderDigest = "h" })
    #expect(!stays { $0.checks.removeLast() })
    #expect(!stays { $0.checks[0].verdict = .graderFault })
    #expect(!stays { $0.points += 1 })
    #expect(!stays { $0.possible += 1 })
    #expect(!stays { ($0.checks[0].points, $0.points) = ($0.checks[0].points + 1, $0.points + 1) })
  }

  @Test("A folder where a report belongs is told before anything is graded")
  func folderForReport() throws {
    let output = try open()
    try Folder.make("\(path)/reports/ann.json")
    let error = #expect(throws: GraderError.self) { try output.report(named: "ann") }
    #expect(
      sentence(error) == "\(path)/reports/ann.json is a folder, and a file is to be written there. "
        + "Move it elsewhere and run the same command again.")
  }

  @Test("A report that was changed or taken away behind its back is seen")
  func changed() throws {
    let output = try BatchOutput(path, of: exercise, apartFrom: "/none", seed: 7)
    let report = SyntheticClass.report("ann")
    let digest = try output.write(report)
    #expect(output.holds("ann", digest))
    var better = report
    better.points += 1
    try output.write(better)
    #expect(!output.holds("ann", digest))
    output.discard("ann")
    #expect(!output.holds("ann", digest))
    try output.write(report)
    #expect(output.holds("ann", digest))
  }

  #if os(Linux)
    @Test("What a killed batch has left is cleared away, and whoever still works in it is ended")
    func scratchIsCleared() throws {
      let left = try ScratchFolder()
      try Folder.make("\(left.path)/room")
      let compiler = Process()
      compiler.executableURL = URL(fileURLWithPath: "/bin/sh")
      // Without children of its own: an orphan that nobody waits for holds up the tests of exits.
      compiler.arguments = [
        "-c", "i=0; while [ $i -lt 5000000 ]; do i=$((i+1)); : > written; done",
      ]
      compiler.currentDirectoryURL = URL(fileURLWithPath: "\(left.path)/room")
      try compiler.run()
      let note = "\(folder.path)/batch.scratch"
      try Data("\(left.path)\n".utf8).write(to: URL(fileURLWithPath: note))
      BatchScratch.clear(notedIn: note)
      #expect(!FileManager.default.fileExists(atPath: left.path))
      compiler.waitUntilExit()
      #expect(compiler.terminationReason == .uncaughtSignal)
    }
  #endif

  @Test("Results do not go among the submissions")
  func amongSubmissions() throws {
    try Folder.make("\(folder.path)/submissions")
    #expect(throws: GraderError.self) {
      try BatchOutput(
        "\(folder.path)/submissions/out", of: exercise, apartFrom: "\(folder.path)/submissions",
        seed: nil)
    }
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/submissions/out"))
  }
}
