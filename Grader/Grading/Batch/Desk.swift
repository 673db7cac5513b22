import Foundation
import Tensors

/// Where one submission after the other is graded, all under the same conditions.
struct Desk: Sendable {
  private let exercise: Exercise
  private let conditions: Conditions
  private let drawingSeed: UInt64
  private let jobs: Int
  private let data: TrainingData?
  private let workshop: Workshop
  private let oracle: Oracle
  private let sandbox: Sandbox?
  private let stubs: [String: Data]
  private let given: [String: Data]

  init(
    _ exercise: Exercise, seed: UInt64, drawingSeed: UInt64, jobs: Int, data: TrainingData?,
    workshop: Workshop, oracle: Oracle, sandbox: Sandbox?
  ) throws(GraderError) {
    self.exercise = exercise
    self.jobs = jobs
    self.data = data
    self.workshop = workshop
    self.oracle = oracle
    self.sandbox = sandbox
    self.drawingSeed = drawingSeed
    stubs = try workshop.stubs()
    given = try workshop.given()
    conditions = Conditions(
      exercise: exercise, seed: seed, dataset: data?.name,
      sandbox: Report.name(of: sandbox),
      graderDigest: try workshop.builder.installation.graderDigest(
        for: exercise, stubs: stubs, given: given, compiler: workshop.builder.toolchain.compiler))
  }

  /// Returns whether grading `submission` would come to `report` once more.
  func wouldRepeat(_ report: Report, on submission: Submission) -> Bool {
    guard let contents = try? submission.contents(for: exercise, stubs: stubs) else { return false }
    return conditions.repeated(by: report, on: submission.name, contents)
  }

  /// Asks the reference all that submissions are going to be asked, where there is one. A check that it
  /// misses is our fault, and no zero for a whole class.
  ///
  /// - Throws: `GraderError.referenceFails`.
  func askReference() throws(GraderError) {
    guard workshop.builder.installation.hasSolutions else { return }
    let workshop = workshop
    let examiner = Examiner(exercise, seed: drawingSeed, oracle: oracle, data: data) { check in
      try workshop.subject(.reference, check.limits)
    }
    for check in exercise.checks {
      guard Interruption.signal == nil else { return }
      let result = examiner.result(of: check)
      guard result.verdict == .passed || Interruption.signal != nil else {
        throw .referenceFails(check: check.id, message: result.message)
      }
    }
  }

  /// - Parameter only: What the names of the checks contain that are asked; nil for all.
  func grade(_ submission: Submission, only: String? = nil) -> Report {
    let checks = exercise.checks.filter { check in only.map { check.id.contains($0) } ?? true }
    func report(
      _ contents: Submission.Contents?, _ build: Build?, notes: [String] = [],
      _ checks: [CheckResult]
    ) -> Report {
      Report(
        submission.name, of: exercise, seed: conditions.seed,
        sourceDigest: contents?.digest ?? "", graderDigest: conditions.graderDigest,
        sandbox: conditions.sandbox, build: build,
        notes: (contents?.notes ?? []) + notes, checks: checks)
    }
    func report(
      _ contents: Submission.Contents?, allChecks verdict: Verdict, because error: GraderError
    ) -> Report {
      let sentence = Sentences.error(error)
      return report(
        contents, nil, notes: [sentence],
        checks.map { CheckResult($0, verdict, message: sentence) })
    }

    let contents: Submission.Contents
    do {
      contents = try submission.contents(for: exercise, stubs: stubs)
    } catch {
      return report(nil, allChecks: .graderFault, because: error)
    }
    do {
      let scratch = try ScratchFolder()
      let sources = contents.files.merging(given) { $1 }
      var builder = workshop.builder
      builder.sandbox = sandbox
      let build = try builder.build(exercise, sources, stubs: stubs, in: scratch.path)
      // Where submissions share the cores, threads of one would only wait for those of another.
      let threads = max(1, Tensor.threadCount / jobs)
      let patience = Patience()
      let budget = Budget(for: exercise)
      let examiner = Examiner(
        exercise, seed: drawingSeed, oracle: oracle, data: data, build: build, model: contents.model
      ) { check in
        try SubjectProcess(
          executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits,
          threads: threads, sandbox: sandbox, patience: patience,
          budget: budget,
          readable: data?.trainingFiles ?? [])
      }
      return report(contents, build, checks.map(examiner.result))
    } catch {
      return report(contents, allChecks: .graderFault, because: error)
    }
  }
}
