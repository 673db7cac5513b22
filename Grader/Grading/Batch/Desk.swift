import Foundation
import Tensors

/// Where one submission after the other is graded, all under the same conditions.
struct Desk: Sendable {
  private let exercise: Exercise
  private let conditions: Conditions
  private let jobs: Int
  private let data: TrainingData?
  private let workshop: Workshop
  private let oracle: Oracle
  private let stubs: [String: Data]
  private let given: [String: Data]

  init(
    _ exercise: Exercise, seed: UInt64, jobs: Int, data: TrainingData?, workshop: Workshop,
    oracle: Oracle
  ) throws(GraderError) {
    self.exercise = exercise
    self.jobs = jobs
    self.data = data
    self.workshop = workshop
    self.oracle = oracle
    stubs = try workshop.stubs()
    given = try workshop.given()
    conditions = Conditions(
      exercise: exercise, seed: seed, dataset: data?.name,
      graderDigest: try workshop.builder.installation.graderDigest(
        for: exercise, stubs: stubs, given: given, compiler: workshop.builder.toolchain.compiler))
  }

  /// Returns whether grading `submission` would come to `report` once more.
  func wouldRepeat(_ report: Report, on submission: Submission) -> Bool {
    guard let contents = try? submission.contents(for: exercise, stubs: stubs) else { return false }
    return conditions.repeated(by: report, on: submission.name, contents)
  }

  func grade(_ submission: Submission) -> Report {
    func report(
      _ contents: Submission.Contents?, _ build: Build?, notes: [String] = [],
      _ checks: [CheckResult]
    ) -> Report {
      Report(
        submission.name, of: exercise, seed: conditions.seed,
        sourceDigest: contents?.digest ?? "", graderDigest: conditions.graderDigest, build: build,
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
      contents = try submission.contents(for: exercise, stubs: stubs)
    } catch {
      return report(nil, allChecks: .graderFault, because: error)
    }
    do {
      let scratch = try ScratchFolder()
      let sources = contents.files.merging(given) { $1 }
      let build = try workshop.builder.build(exercise, sources, stubs: stubs, in: scratch.path)
      // Where submissions share the cores, threads of one would only wait for those of another.
      let threads = max(1, Tensor.threadCount / jobs)
      let examiner = Examiner(
        exercise, seed: conditions.seed, oracle: oracle, data: data, build: build
      ) { check in
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
