import Foundation

/// Puts together what several graders have left of a class that they shared. What counts is which
/// reports are there, and what they say of how they were made: no word of a scheduler.
public struct Merge {
  public let exercise: Exercise
  public let output: BatchOutput
  private let sources: [String]
  private let locks: [BatchLock]
  private let records: [ShardRecord]

  /// The policy that the shards had, if their outputs keep one.
  private let kept: KeptPolicy?

  /// Takes `folders` for this process, those that shards had for their output: all one, or one each.
  ///
  /// - Parameter path: Where it all goes; the one of `folders` without.
  /// - Throws: `GraderError` where a grader is at work there, or where they are of different batches.
  public init(
    _ folders: [String], into path: String?, of exercises: [Exercise]
  ) throws(GraderError) {
    let journal = try BatchJournal.read(in: folders[0])
    var policies: [KeptPolicy] = []
    for folder in folders {
      let other = try BatchJournal.read(in: folder)
      guard other.isOfSameBatch(as: journal) else { throw .otherShards(folder, folders[0]) }
      if let policy = other.policy, !policies.contains(policy) { policies.append(policy) }
    }
    guard policies.count < 2 else { throw .otherPolicy(folders[0]) }
    kept = policies.first
    guard let exercise = exercises.first(where: { $0.number == journal.exercise }) else {
      throw .noExercise(journal.exercise, known: exercises.map(\.number))
    }
    let path = path ?? folders[0]
    self.exercise = exercise
    output = try BatchOutput(
      path, of: exercise, seed: journal.seed, secret: journal.secret)
    let present = try BatchJournal.read(in: path)
    guard present.isOfSameBatch(as: journal) else { throw .otherShards(path, folders[0]) }
    sources = folders.filter { !(Folder.isInside($0, path) && Folder.isInside(path, $0)) }
    var locks: [BatchLock] = []
    var records = try ShardRecord.all(in: path)
    for source in sources {
      locks.append(try BatchLock(of: source))
      records += try ShardRecord.all(in: source)
    }
    (self.locks, self.records) = (locks, records)
  }

  /// The policy by which grades are made: the one that is given, else the one that the shards had.
  public func policy(_ given: Policy?) -> Policy? { given ?? kept?.content }

  /// Whether `given` makes other grades than the shards were told of.
  public func isNew(_ given: Policy?) -> Bool {
    given.map { KeptPolicy($0) != kept && kept != nil } ?? false
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// In the order of the class; where something is missing or does not fit, what there is.
    public var reports = ClassReports()

    /// The submissions that nobody has graded, as they are now.
    public var missing: [String] = []

    /// Those, and whose reports do not fit or say that the grader failed.
    public var toGrade: [String] = []

    /// The shards that have to work once more.
    public var open: [Shard] = []

    /// Who is graded in several folders, each time with the same verdicts.
    public var doubled: [String] = []
    public var leavers: [String] = []

    /// What does not fit together, sentences.
    public var misfits: [String] = []

    /// Whether gradebook and pages were written.
    public var isWhole: Bool { missing.isEmpty && misfits.isEmpty }
  }

  /// Reads all reports, and where all are there and fit together, writes gradebook and pages.
  ///
  /// - Parameter folder: The class as it is now; nil to go by what the shards saw of it.
  /// - Parameter policy: The policy; nil for the one that the shards had.
  public func run(
    _ folder: SubmissionFolder? = nil, workshop: Workshop? = nil, policy: Policy? = nil
  ) throws(GraderError) -> Outcome {
    let policy = self.policy(policy)
    var outcome = Outcome()
    try gather(&outcome)
    let names = try names(in: folder, policy, &outcome)
    try policy?.checkNames(names)
    outcome.leavers = try output.putAside(allBut: names)
    try findStrays(&outcome)
    var expected = try usualConditions(names)
    var stubs: [String: Data] = [:]
    if let workshop {
      stubs = try workshop.stubs()
      expected = try expected.today(workshop)
    }
    for (place, name) in names.enumerated() {
      guard let report = try output.report(named: name) else {
        outcome.missing.append(name)
        outcome.toGrade.append(name)
        continue
      }
      if report.hasGraderFault { outcome.toGrade.append(name) }
      if let reason = expected.misfit(of: report) {
        outcome.toGrade.append(name)
        outcome.misfits.append(Sentences.misfit(report.shownName, reason))
      } else if let submission = folder?.submissions[place],
        !report.hasGraderFault,
        let contents = try? submission.contents(for: exercise, stubs: stubs),
        !expected.repeated(by: report, on: name, contents)
      {
        try output.putAside(name)
        outcome.missing.append(name)
        outcome.toGrade.append(name)
      } else {
        outcome.reports.append(report)
      }
    }
    outcome.open = open(outcome.toGrade)
    // What is not whole is graded by what it was begun with.
    if outcome.isWhole {
      _ = try output.keep(policy, submissions: folder?.path)
      try output.conclude(exercise, &outcome.reports, policy)
    }
    return outcome
  }

  /// Copies what lies elsewhere. There it stays, so that nothing is lost where two do not agree.
  private func gather(_ outcome: inout Outcome) throws(GraderError) {
    try Folder.make(ShardRecord.folder(in: output.path))
    let noted = Set(try ShardRecord.all(in: output.path).map { Shard($0.shard, of: $0.of) })
    for record in records where !noted.contains(Shard(record.shard, of: record.of)) {
      try record.put(in: output.path)
    }
    for source in sources {
      for entry in try FolderListing("\(source)/reports").entries where entry.kind == .file {
        guard entry.name.text.hasSuffix(".json") else { continue }
        guard let report = Self.read(entry.name.text, in: "\(source)/reports"),
          entry.name.text == "\(report.fileName).json"
        else {
          outcome.misfits.append(Sentences.stray("\(source)/reports/\(entry.name.text.onOneLine)"))
          continue
        }
        guard let present = try output.report(named: report.submission),
          !present.hasGraderFault || report.hasGraderFault
        else {
          try output.write(report)
          continue
        }
        if present.decidesAs(report) || report.hasGraderFault {
          outcome.doubled.append(report.shownName)
        } else {
          outcome.misfits.append(Sentences.contradiction(present, report, in: source))
        }
      }
    }
  }

  /// What lies among the reports, and is none of anybody's.
  private func findStrays(_ outcome: inout Outcome) throws(GraderError) {
    for entry in try FolderListing("\(output.path)/reports").entries where entry.kind == .file {
      let file = entry.name.text
      guard file.hasSuffix(".json") else { continue }
      if Self.read(file, in: "\(output.path)/reports").map({ file == "\($0.fileName).json" })
        != true
      {
        outcome.misfits.append(Sentences.stray("\(output.path)/reports/\(file.onOneLine)"))
      }
    }
  }

  private static func read(_ file: String, in folder: String) -> Report? {
    guard case .success(let data) = RegularFile.read(file, beneath: folder, limit: 64 << 20) else {
      return nil
    }
    return try? JSONDecoder().decode(Report.self, from: data)
  }

  /// Returns whom the class consists of.
  private func names(
    in folder: SubmissionFolder?, _ policy: Policy?, _ outcome: inout Outcome
  ) throws(GraderError) -> [String] {
    // Then each report is held against its submission.
    if let folder { return folder.submissions.map(\.name) }
    if Set(records.map(\.of)).count > 1 {
      outcome.misfits.append(Sentences.otherCounts(Set(records.map(\.of)).sorted()))
    }
    // Another number of attempts is other work; other rules make other grades of the same.
    let isOther = records.contains {
      $0.hasPolicy != (policy != nil) || $0.attempts != policy?.mostAttempts
    }
    if isOther || Set(records.map(\.policyDigest)).count > 1 {
      outcome.misfits.append(Sentences.otherPolicy)
    }
    guard let first = records.first else { throw .noShards(output.path) }
    // By bytes: Swift takes names for equal that the disk holds apart.
    let known = Set(first.submissions.map { Array($0.utf8) })
    var names = first.submissions
    for record in records.dropFirst() where record.submissions != first.submissions {
      let others = record.submissions.filter { !known.contains(Array($0.utf8)) }
      names += others.filter { name in !names.contains { $0.utf8.elementsEqual(name.utf8) } }
      outcome.misfits.append(
        Sentences.otherClass(
          Shard(record.shard, of: record.of), Shard(first.shard, of: first.of)))
    }
    return names
  }

  /// What most reports were made under.
  private func usualConditions(_ names: [String]) throws(GraderError) -> Conditions {
    var (datasets, sandboxes, graders) = ([String: Int](), [String: Int](), [String: Int]())
    for name in names {
      guard let report = try output.report(named: name) else { continue }
      if let dataset = report.dataset { datasets[dataset, default: 0] += 1 }
      if let digest = report.graderDigest { graders[digest, default: 0] += 1 }
      sandboxes[report.sandbox, default: 0] += 1
    }
    return Conditions(
      exercise: exercise, seed: output.seed, dataset: Self.usual(datasets),
      sandbox: Self.usual(sandboxes) ?? "", graderDigest: Self.usual(graders) ?? "")
  }

  /// Returns the shards in which `names` are, as far as it is known how many there are.
  private func open(_ names: [String]) -> [Shard] {
    records.map(\.of).max().map { Shard.holding(names, among: $0) } ?? []
  }

  private static func usual(_ counts: [String: Int]) -> String? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension Report {
  /// Whether `other` says the same of the same work, besides times.
  fileprivate func decidesAs(_ other: Report) -> Bool {
    sourceDigest == other.sourceDigest && graderDigest == other.graderDigest && seed == other.seed
      && checks.elementsEqual(other.checks) {
        $0.id == $1.id && $0.verdict == $1.verdict && $0.points == $1.points
      }
  }
}
