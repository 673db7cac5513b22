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

  /// Our own files, where there are solutions.
  private let reference: [String: Data]?

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
    reference =
      workshop.builder.installation.hasSolutions ? try workshop.sources(of: .reference) : nil
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
  /// - Parameter output: Where the results go, which decides what is drawn.
  /// - Throws: `GraderError.referenceFails`.
  func askReference(for output: BatchOutput) throws(GraderError) {
    guard workshop.builder.installation.hasSolutions else { return }
    let workshop = workshop
    let examiner = Examiner(exercise, seed: drawingSeed, oracle: oracle, data: data) { check in
      try workshop.subject(.reference, check.limits)
    }
    for check in exercise.checks {
      guard Interruption.signal == nil else { return }
      let result = examiner.result(of: check)
      guard result.verdict == .passed || Interruption.signal != nil else {
        throw .referenceFails(check: check.id, message: result.message, output: output.path)
      }
    }
  }

  /// - Parameter only: What the names of the checks contain that are asked; nil for all.
  func grade(_ submission: Submission, only: String? = nil) -> Report {
    let checks = exercise.checks(named: only)
    func report(
      _ contents: Submission.Contents?, _ build: Build?, notes: [String] = [],
      _ checks: [CheckResult]
    ) -> Report {
      var report = Report(
        submission.name, of: exercise, seed: conditions.seed,
        sourceDigest: contents?.digest ?? "", graderDigest: conditions.graderDigest,
        sandbox: conditions.sandbox, build: build,
        notes: (contents?.notes ?? []) + notes, checks: checks)
      if let unread = contents?.unread, !unread.isEmpty { report.unread = unread }
      let files = Set(contents?.notRead.values.map { $0 } ?? []).subtracting(report.unread ?? [])
      if !files.isEmpty { report.notRead = files.sorted() }
      return report
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
      var builder = try workshop.importing(sources.values).builder
      builder.sandbox = sandbox
      let build = try builder.build(exercise, sources, stubs: stubs, in: scratch.path)
      // Where submissions share the cores, threads of one would only wait for those of another.
      let threads = max(1, Tensor.threadCount / jobs)
      let patience = Patience()
      let budget = Budget(for: exercise)
      let notRead = partsNotRead(in: contents)
      func examiner(of build: Build, passed: Set<String> = []) -> Examiner {
        Examiner(
          exercise, seed: drawingSeed, oracle: oracle, data: data, build: build,
          model: contents.model, passed: passed, notRead: notRead
        ) { check in
          try SubjectProcess(
            executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits,
            threads: threads, sandbox: sandbox, patience: patience, budget: budget,
            readable: data?.trainingFiles ?? [])
        }
      }
      let first = examiner(of: build)
      var results = checks.map(first.result)
      guard let reference, Interruption.signal == nil,
        results.contains(where: { $0.verdict != .passed })
      else { return report(contents, build, results) }
      // What rests on what, all of them tell.
      if checks.count < exercise.checks.count {
        results = exercise.checks.map { check in
          results.first { $0.id == check.id } ?? first.result(of: check)
        }
      }
      let dependence = FileDependence(
        exercise, mentioned: Room.mentions(in: contents.files, of: stubs))
      var notes: [String] = []
      var hearing = SecondHearing(
        exercise, dependence, written: written(in: contents, build)
      ) { (checks, ours, passed) throws(GraderError) in
        let room = Self.room(sources, build, stubs, reference, ours)
        let folder = try ScratchFolder()
        let second: Build
        do throws(GraderError) {
          second = try builder.build(exercise, room.files, stubs: room.stubs, in: folder.path)
        } catch .doesNotCompile {
          return []
        }
        let unfit = second.replaced.filter { !build.replaced.contains($0) }
        if !unfit.isEmpty { notes.append(Sentences.doNotFit(unfit, ours.sorted())) }
        let examiner = examiner(of: second, passed: passed)
        var stopped: Set<String> = []
        return checks.compactMap { check in
          // What takes too long once more does so in the others, too.
          guard !stopped.contains(check.file), !unfit.contains(check.file) else { return nil }
          let result = examiner.result(of: check)
          if result.verdict == .timedOut { stopped.insert(check.file) }
          return result
        }
      }
      let asked = Set(checks.map(\.id))
      let all = try hearing.results(after: results).filter { asked.contains($0.id) }
      return report(contents, build, notes: notes, all)
    } catch {
      return report(contents, allChecks: .graderFault, because: error)
    }
  }

  /// The files in which there is work that compiles; what others declare in their place is work, too.
  private func written(in contents: Submission.Contents, _ build: Build) -> Set<String> {
    Set(
      exercise.files.filter { file in
        guard !build.replaced.contains(file) else { return false }
        guard let data = contents.files[file] else { return build.leftOut[file] != nil }
        return build.leftOut[file] != nil
          || !(stubs[file].map { Room.isSame(data, $0) } ?? false)
      })
  }

  /// The parts that stubs leave open in the place of files that were not read, each with what was not.
  private func partsNotRead(in contents: Submission.Contents) -> [String: String] {
    var parts: [String: String] = [:]
    for (file, what) in contents.notRead {
      let stub = String(decoding: stubs[file] ?? Data(), as: UTF8.self)
      for part in StandIn.parts(of: stub) { parts[part] = what }
    }
    return parts
  }

  /// Returns what is compiled with `ours` in the place of files of `sources`. They are like what is
  /// given: never at fault. What did not compile before is not tried once more.
  private static func room(
    _ sources: [String: Data], _ build: Build, _ stubs: [String: Data],
    _ reference: [String: Data], _ ours: Set<String>
  ) -> (files: [String: Data], stubs: [String: Data]) {
    var files = sources
    for file in build.replaced { files[file] = stubs[file] }
    for file in ours { files[file] = reference[file] }
    return (files, stubs.filter { !ours.contains($0.key) })
  }
}
