import Foundation
import Synchronization
import Tensors

/// Grades all submissions in a folder, several at a time, and writes each report as soon as it is
/// known. One submission's misfortune is its own: whatever happens to it is written into its
/// report, and the others go on.
public struct Batch: Sendable {
  public let exercise: Exercise
  public let data: TrainingData

  /// What lies beside the submissions and is no folder: an archive, say, that nobody unpacked.
  public let others: [String]
  private let submissions: [Submission]
  private let output: String
  private let jobs: Int
  private let seed: UInt64
  private let workshop: Workshop
  private let oracle: Oracle

  /// A batch of the submissions in `folder`. Results go to the folder `output`, which is made.
  ///
  /// - Throws: `GraderError` where there is no submission, or no good place for the results.
  public init(
    _ exercise: Exercise, folder: String, output: String, jobs: Int, seed: UInt64,
    data: TrainingData, workshop: Workshop, oracle: Oracle
  ) throws(GraderError) {
    self.exercise = exercise
    (submissions, others) = try Submission.all(in: folder)
    guard !Folder.isInside(output, folder) else { throw .outputAmongSubmissions(output) }
    try Folder.make(output)
    try Folder.make("\(output)/reports")
    self.output = output
    self.jobs = max(jobs, 1)
    self.seed = seed
    self.data = data
    self.workshop = workshop
    self.oracle = oracle
  }

  /// Grades, and returns the reports in the order of the submissions' names.
  ///
  /// - Parameter done: Called with each report as it is written, with how many are, of how many.
  /// - Throws: `GraderError` where the output is at fault. Reports that have been written stay.
  public func run(
    done: @Sendable (Report, Int, Int) -> Void
  ) throws(GraderError) -> [Report] {
    let stubs = try workshop.stubs()
    let given = try workshop.given()
    // By place and not by name: Swift takes names for equal that the disk holds apart, such as "é"
    // as one character and as two.
    let reports = Mutex<[Int: Report]>([:])
    let failure = Mutex<GraderError?>(nil)

    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = jobs
    withoutActuallyEscaping(done) { done in
      for (place, submission) in submissions.enumerated() {
        queue.addOperation {
          // A full disk is not cured by going on.
          guard failure.withLock({ $0 == nil }) else { return }
          let report = grade(submission, stubs: stubs, given: given)
          do throws(GraderError) {
            try write(report)
          } catch {
            failure.withLock { $0 = $0 ?? error }
            return
          }
          let count = reports.withLock { reports in
            reports[place] = report
            return reports.count
          }
          done(report, count, submissions.count)
        }
      }
      queue.waitUntilAllOperationsAreFinished()
    }
    if let error = failure.withLock({ $0 }) { throw error }
    let all = reports.withLock { reports in submissions.indices.compactMap { reports[$0] } }
    try Gradebook(exercise, all).write(to: output)
    try Pages(exercise, all).write(to: output)
    return all
  }

  private func write(_ report: Report) throws(GraderError) {
    let path = "\(output)/reports/\(report.fileName).json"
    guard let json = try? report.json() else { throw .cannotWrite(path: path, errno: EINVAL) }
    try AtomicFile.write(json, to: path)
  }

  private func grade(
    _ submission: Submission, stubs: [String: Data], given: [String: Data]
  ) -> Report {
    func report(
      _ contents: Submission.Contents?, _ build: Build?, notes: [String] = [],
      _ checks: [CheckResult]
    ) -> Report {
      Report(
        submission.name, of: exercise, seed: seed, dataset: data.name,
        sourceDigest: contents?.digest ?? "", build: build,
        notes: (contents?.notes ?? []) + notes, checks: checks)
    }
    func report(
      _ contents: Submission.Contents?, allChecks verdict: Verdict, because error: GraderError
    ) -> Report {
      let sentence = Sentences.error(error)
      return report(
        contents, nil, notes: [sentence],
        exercise.checks.map { CheckResult($0, verdict, message: sentence) })
    }

    let contents: Submission.Contents
    do {
      contents = try submission.contents(for: exercise)
    } catch {
      return report(nil, allChecks: .graderFault, because: error)
    }
    do {
      let scratch = try ScratchFolder()
      let sources = stubs.merging(contents.files) { $1 }.merging(given) { $1 }
      let build = try workshop.builder.build(exercise, sources, stubs: stubs, in: scratch.path)
      // Where submissions share the cores, threads of one would only wait for those of another.
      let threads = max(1, Tensor.threadCount / jobs)
      let examiner = Examiner(exercise, seed: seed, oracle: oracle, data: data, build: build) {
        check in
        try SubjectProcess(
          executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits,
          threads: threads)
      }
      return report(contents, build, exercise.checks.map(examiner.result))
    } catch {
      return report(contents, allChecks: .graderFault, because: error)
    }
  }
}
