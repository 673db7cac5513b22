import Foundation

/// Where one mutant or style after the other is graded, as submissions are.
struct ProofDesk: Sendable {
  let exercise: Exercise
  let workshop: Workshop
  let oracle: Oracle
  let mistakes: [MistakeSource]
  let seeds: [UInt64]

  /// For each seed.
  let data: [TrainingData?]
  let threads: Int

  /// Whether what trains longest is left out.
  let isQuick: Bool

  private var checks: [Check] { exercise.checks.filter { !isQuick || !$0.decidesAccuracy } }

  /// Decides what becomes of `mutation`, which `program` is. Of the checks without training, only those
  /// in `reach` are asked; all where it is not known.
  func fate(
    of mutation: Mutation, _ program: VariantProgram, asking reach: Set<String>?
  ) -> Fate {
    let file = mutation.file
    let examiner = examiner(of: program, at: 0, explainsCrashes: false)
    var failures: [CheckResult] = []
    let asked = checks.filter { !$0.takesTraining && reach?.contains($0.id) ?? true }
    for check in asked.filter({ $0.file == file }) + asked.filter({ $0.file != file }) {
      let result = examiner.result(of: check)
      switch result.verdict {
      case .passed, .blocked: continue
      case .graderFault: return .undecided(check: check.id, message: result.message)
      default: failures.append(result)
      }
      // To see it loop for ever in each of the others would take the time of the others.
      if result.verdict == .timedOut { break }
    }
    // Training takes a hundred times as long as all the others, and sees what they see.
    for check in checks where failures.isEmpty && check.takesTraining {
      let result = examiner.result(of: check)
      if result.verdict == .graderFault {
        return .undecided(check: check.id, message: result.message)
      }
      if result.verdict.isFailure { failures.append(result) }
    }
    guard !failures.isEmpty else { return .survived }
    var names: [Fate.Name] = []
    for failure in failures {
      guard let mistake = failure.mistake, let check = exercise.check(failure.id) else { continue }
      names.append(
        .init(
          check: check.id, mistake: mistake, fault: fault(of: mistake, in: check, mutation, program)
        ))
    }
    return .killed(
      by: failures.map(\.id), names: names, wasStopped: failures[0].verdict != .failed)
  }

  /// Returns the checks without training that come to the part in which `probe` ends.
  func checks(comingTo probe: VariantProgram) -> Set<String> {
    let examiner = examiner(of: probe, at: 0, explainsCrashes: false)
    // A check that is blocked may come to it as well.
    return Set(
      checks.filter {
        !$0.takesTraining && examiner.result(of: $0).verdict != .passed
      }.map(\.id))
  }

  /// Returns why it is false to name the mutant, which `program` is, after `mistake`.
  private func fault(
    of mistake: String, in check: Check, _ mutation: Mutation, _ program: VariantProgram
  ) -> Fate.Fault? {
    if let file = mistakes.first(where: { $0.id == mistake })?.file, file != mutation.file {
      return .otherFile(file)
    }
    for place in seeds.indices.dropFirst() {
      let result = examiner(of: program, at: place, explainsCrashes: false).result(of: check)
      let isDecided = ![.blocked, .graderFault].contains(result.verdict)
      if isDecided, result.mistake != mistake {
        return .fickle(seed: seeds[place], instead: result.mistake)
      }
    }
    return nil
  }

  func outcome(of style: Style) throws(GraderError) -> StyleProof.Outcome {
    let build: Build
    do throws(GraderError) {
      build = try workshop.buildSolution(with: style.files)
    } catch .doesNotCompile {
      return StyleProof.Outcome(name: style.name, compiles: false)
    }
    var outcome = StyleProof.Outcome(name: style.name)
    for (place, seed) in seeds.enumerated() {
      let examiner = examiner(of: VariantProgram(build: build), at: place, measures: true) { $0 }
      for check in checks where Interruption.signal == nil {
        let result = examiner.result(of: check)
        if let used = result.toleranceUsed, used > outcome.nearest[check.id]?.used ?? 0 {
          outcome.nearest[check.id] = StyleProof.Nearness(used: used, seed: seed)
        }
        if result.verdict != .passed {
          outcome.refusals.append(
            .init(seed: seed, check: check.id, verdict: result.verdict, message: result.message))
        }
      }
    }
    return outcome
  }

  /// Asks of a known mistake the checks that are to tell it.
  func outcomes(of mistake: KnownMistake) throws(GraderError) -> [MistakeProof.Outcome] {
    let program = try workshop.program(of: mistake.id)
    return checks.filter { mistake.checks.contains($0.id) }.map { check in
      var outcome = MistakeProof.Outcome(mistake: mistake.id, check: check.id)
      for (place, seed) in seeds.enumerated() where Interruption.signal == nil {
        let result = examiner(of: program, at: place).resultAlone(of: check)
        if result.verdict != .failed || result.mistake != mistake.id {
          outcome.faults.append(
            .init(seed: seed, verdict: result.verdict, message: result.message))
        }
      }
      return outcome
    }
  }

  private func examiner(
    of program: VariantProgram, at place: Int, explainsCrashes: Bool = true,
    measures: Bool = false,
    limiting limits: @escaping @Sendable (Limits) -> Limits = { $0.shortened }
  ) -> Examiner {
    Examiner(
      exercise, seed: seeds[place], oracle: oracle, data: data[place], build: program.build,
      measures: measures
    ) { check in
      try SubjectProcess(
        executable: program.build.executable, studentFiles: Set(exercise.files),
        limits: limits(check.limits), threads: threads,
        arguments: program.arguments, explainsCrashes: explainsCrashes)
    }
  }
}

extension Check {
  /// Whether it is one of those that take longer than all others together.
  var takesTraining: Bool { limits.cpuSeconds > Limits.check.cpuSeconds }

  /// Whether it trains for minutes, since an accuracy is asked for.
  fileprivate var decidesAccuracy: Bool { limits.cpuSeconds > Limits.training.cpuSeconds }
}

extension Limits {
  /// For what most likely is wrong: the reference needs a tenth of it.
  fileprivate var shortened: Limits {
    var limits = self
    limits.cpuSeconds = min(cpuSeconds, 60)
    limits.memory = min(memory, 2 << 30)
    return limits
  }
}
