import Datasets
import Foundation
import Synchronization
import Tensors

/// Grades all submissions in a folder, several at a time, and writes each report as soon as it is
/// known. One submission's misfortune is its own: whatever happens to it is written into its
/// report, and the others go on. What an earlier run has written under the same conditions stays,
/// and is not graded again.
public struct Batch: Sendable {
  public let exercise: Exercise
  public let data: TrainingData?
  private let output: BatchOutput
  private let policy: Policy?

  /// Those to grade: of a class that is shared, the ones in the share.
  private let submissions: [Submission]

  /// The whole class.
  private let names: [String]
  private let jobs: Int
  private let workshop: Workshop
  private let oracle: Oracle
  private let sandbox: Sandbox?
  private let asksReference: Bool

  /// A batch of what lies in `folder`, by the seed and with the results of `output`.
  ///
  /// - Parameter sandbox: Where submissions are compiled and run, if in one.
  /// - Parameter asksReference: Whether the reference is graded before all others.
  /// - Parameter policy: What makes grades of the points. It decides no verdict.
  public init(
    _ exercise: Exercise, _ folder: SubmissionFolder, output: BatchOutput, jobs: Int,
    data: TrainingData?, workshop: Workshop, oracle: Oracle, sandbox: Sandbox? = nil,
    asksReference: Bool = true, policy: Policy? = nil
  ) {
    self.exercise = exercise
    names = folder.submissions.map(\.name)
    submissions = folder.submissions.filter { output.shard?.holds($0.name) ?? true }
    self.output = output
    self.jobs = max(jobs, 1)
    self.data = data
    self.workshop = workshop
    self.oracle = oracle
    self.sandbox = sandbox
    self.asksReference = asksReference
    self.policy = policy
  }

  /// What a run has come to.
  public struct Outcome: Sendable {
    /// In the order of the submissions' names.
    public var reports: ClassReports

    /// How many of them were there before.
    public var kept = 0

    /// Whose reports were put aside, because their folders are gone.
    public var leavers: [String] = []

    /// Whose files said something else in the end than had been written there.
    public var restored: [String] = []
    public var seconds = 0.0
  }

  /// Grades what has to be graded.
  ///
  /// - Parameter begun: Called when it is known how much that is.
  /// - Parameter done: Called with each report as it is written.
  /// - Throws: `GraderError` where the output is at fault, `GraderError.batchInterrupted` after a
  ///   signal. Reports that have been written stay.
  public func run(
    begun: (BatchProgress) -> Void = { _ in },
    done: @escaping @Sendable (Report, BatchProgress) -> Void = { _, _ in }
  ) throws(GraderError) -> Outcome {
    let start = ContinuousClock.now
    let leavers = try begin()
    let desk = try Desk(
      exercise, seed: output.seed, drawingSeed: output.drawingSeed, jobs: jobs, data: data,
      workshop: workshop, oracle: oracle,
      sandbox: sandbox)
    let (kept, again) = try standing(at: desk)
    @Sendable func progress(_ done: Int) -> BatchProgress {
      BatchProgress(
        count: submissions.count, done: done, kept: kept.count, renewed: again,
        jobs: jobs, seconds: seconds(since: start))
    }
    begun(progress(kept.count))
    if asksReference, kept.count < submissions.count { try desk.askReference(for: output) }
    let digests = Mutex(kept)
    let failure = Mutex<GraderError?>(nil)

    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = jobs
    for (place, submission) in submissions.enumerated() where kept[place] == nil {
      queue.addOperation {
        // A full disk is not cured by going on.
        guard failure.withLock({ $0 == nil }), Interruption.signal == nil else { return }
        let report = desk.grade(submission)
        // What a signal has ended was no verdict.
        guard Interruption.signal == nil else { return }
        let digest: Digest
        do throws(GraderError) {
          digest = try output.write(report)
        } catch {
          failure.withLock { $0 = $0 ?? error }
          return
        }
        let count = digests.withLock { digests in
          digests[place] = digest
          return digests.count
        }
        done(report, progress(count))
      }
    }
    queue.waitUntilAllOperationsAreFinished()
    if let error = failure.withLock({ $0 }) { throw error }
    let written = digests.withLock { $0 }
    guard written.count == submissions.count else {
      throw .batchInterrupted(done: written.count, of: submissions.count)
    }
    let restored = try restore(written, at: desk)
    var all = ClassReports()
    for submission in submissions { all.append(try output.present(submission.name)) }
    if output.shard == nil { try output.conclude(exercise, &all, policy) }
    return Outcome(
      reports: all, kept: kept.count, leavers: leavers, restored: restored,
      seconds: seconds(since: start))
  }

  /// Looks at who is there: notes it where the class is shared, and puts aside whose folders are gone
  /// where it is not; returns whose.
  private func begin() throws(GraderError) -> [String] {
    try policy?.checkNames(names)
    guard let shard = output.shard else { return try output.putAside(allBut: names) }
    try ShardRecord(
      shard: shard.number, of: shard.count, submissions: names, hasPolicy: policy != nil,
      attempts: policy?.mostAttempts, policyDigest: policy.map { KeptPolicy($0).digest }
    ).write(in: output.path)
    return []
  }

  /// Grades once more where a file does not say what `digests` are of, or is gone: nobody holds all
  /// reports in memory. Returns whose files these were.
  private func restore(
    _ digests: [Int: Digest], at desk: Desk
  ) throws(GraderError) -> [String] {
    var again: [Int: Report] = [:]
    // Whoever has changed others' may do so once more while graded once more.
    while true {
      let changed = submissions.indices.filter { place in
        guard again[place] == nil, let digest = digests[place] else { return false }
        return !output.holds(submissions[place].name, digest)
      }
      if changed.isEmpty { break }
      // Else one that is stopped now would leave them to the next, which would keep them.
      for place in changed { output.discard(submissions[place].name) }
      for place in changed {
        again[place] = desk.grade(submissions[place])
        guard Interruption.signal == nil else {
          throw .batchInterrupted(
            done: submissions.count - changed.count, of: submissions.count)
        }
      }
    }
    for place in again.keys.sorted() {
      if let report = again[place] { try output.write(report) }
    }
    return again.keys.sorted().map { submissions[$0].name }
  }

  /// A run that is not told of the policy would take everybody's grade back, and say nothing.
  private func requirePolicy(for report: Report) throws(GraderError) {
    guard policy == nil, report.grade != nil else { return }
    throw .noPolicy(output.path)
  }

  /// Returns the digests of reports of earlier runs that would be made again, by their submissions'
  /// places, and the number of the others.
  ///
  /// By place and not by name: Swift takes names for equal that the disk holds apart, such as "é" as
  /// one character and as two.
  private func standing(at desk: Desk) throws(GraderError) -> (kept: [Int: Digest], renewed: Int) {
    var kept: [Int: Digest] = [:]
    var renewed = 0
    for (place, submission) in submissions.enumerated() {
      guard let report = try output.report(named: submission.name) else { continue }
      try requirePolicy(for: report)
      if desk.wouldRepeat(report, on: submission), let json = try? report.json() {
        kept[place] = Digest(json)
      } else {
        renewed += 1
        if output.shard != nil { try output.putAside(submission.name) }
      }
    }
    return (kept, renewed)
  }
}
