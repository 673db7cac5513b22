import Foundation
import Synchronization
import Tensors

/// Measures what the checks of an exercise do not see: grades mutants of the solution, which should
/// not pass, and right solutions in other styles, which should.
public struct Prover: Sendable {
  public let exercise: Exercise
  public let seed: UInt64
  private let jobs: Int
  private let isQuick: Bool
  private let workshop: Workshop
  private let oracle: Oracle
  private let mistakes: [MistakeSource]
  private let installation: Installation

  /// - Parameter isQuick: Leaves out the checks that train for minutes: what they alone would kill survives.
  public init(
    _ exercise: Exercise, installation: Installation, seed: UInt64, jobs: Int, isQuick: Bool = false
  ) throws(GraderError) {
    guard installation.hasSolutions else { throw .noSolutions(root: installation.root) }
    self.exercise = exercise
    self.seed = seed
    self.jobs = max(jobs, 1)
    self.isQuick = isQuick
    self.installation = installation
    workshop = try Workshop(exercise, installation: installation)
    oracle = try .standard(exercise, installation)
    mistakes = try workshop.mistakes()
  }

  /// How far the work has come.
  public typealias Progress = @Sendable (Judgement, BatchProgress) -> Void

  /// Grades the mutants of the files whose names contain `only`; of those, `sample` drawn by the seed.
  ///
  /// - Parameter begun: Called with the number of them, before they are built.
  public func mutants(
    only: String = "", sample: Int? = nil, begun: (Int) -> Void = { _ in },
    done: @escaping Progress = { _, _ in }
  ) throws(GraderError) -> MutantProof {
    let start = ContinuousClock.now
    let sources = try workshop.sources(of: .reference)
    let texts = exercise.files.map { ($0, String(decoding: sources[$0] ?? Data(), as: UTF8.self)) }
    let mutants = Mutants(of: texts)
    let path = "\(installation.solutions(of: exercise))/equivalent.txt"
    let equivalents = try EquivalentMutants(at: path)
    let chosen = mutants.sample(sample ?? .max, seed: seed, only: only)
    guard !chosen.isEmpty || only.isEmpty else {
      throw .noSuchFile(only, known: exercise.files)
    }
    begun(chosen.count)
    let programs = try programs(of: chosen, texts: Dictionary(uniqueKeysWithValues: texts))
    let desk = try desk(seeds: 3)
    let reach = try reach(of: chosen, programs, desk)
    let built = ContinuousClock.now
    let judgements = try each(chosen) { (mutation, count) throws(GraderError) in
      var judgement = Judgement(mutation: mutation, fate: .doesNotCompile)
      if let program = programs[mutation.id] {
        judgement.fate = desk.fate(
          of: mutation, program, asking: reach[Place(file: mutation.file, part: mutation.part)])
      }
      judgement.excuse = equivalents.reason(for: mutation, judgement.fate)
      done(judgement, progress(count, of: chosen.count, since: built))
      return judgement
    }
    return MutantProof(
      exercise: exercise.number, seed: seed, count: mutants.all.count, judgements: judgements,
      faults: equivalents.faults(in: judgements, of: mutants.all), seconds: seconds(since: start))
  }

  /// A part of a file.
  private struct Place: Hashable, Sendable {
    var file: String
    var part: Int
  }

  /// Builds `mutations`; returns their programs by their ids. Those that do not compile have none.
  private func programs(
    of mutations: [Mutation], texts: [String: String]
  ) throws(GraderError) -> [String: VariantProgram] {
    let groups = MutantGroup.groups(of: mutations, texts: texts)
    let built = try each(groups) { (group, _) throws(GraderError) in try workshop.build(group) }
    var programs: [String: VariantProgram] = [:]
    for (build, group, refused) in built.joined() {
      let isShared = group.isShared
      for (place, mutation) in group.mutations.enumerated() where !refused.contains(place) {
        programs[mutation.id] = VariantProgram(
          build: build, variant: isShared ? MutantGroup.Variant.mutation(place).number : nil)
      }
    }
    return programs
  }

  /// Returns for each part of a file the ids of the checks that come to it: of a mutant there, others
  /// see nothing.
  private func reach(
    of mutations: [Mutation], _ programs: [String: VariantProgram], _ desk: ProofDesk
  ) throws(GraderError) -> [Place: Set<String>] {
    var probes: [Place: VariantProgram] = [:]
    for mutation in mutations {
      guard var program = programs[mutation.id], program.variant != nil else { continue }
      program.variant = MutantGroup.Variant.probe(part: mutation.part).number
      probes[Place(file: mutation.file, part: mutation.part)] = program
    }
    let all = probes.sorted { ($0.key.file, $0.key.part) < ($1.key.file, $1.key.part) }
    let reached = try each(all) { (probe, _) in desk.checks(comingTo: probe.value) }
    return Dictionary(uniqueKeysWithValues: zip(all.map(\.key), reached))
  }

  /// Grades the known mistakes, at `seeds` seeds each.
  public func knownMistakes(seeds: Int = 3) throws(GraderError) -> MistakeProof {
    let start = ContinuousClock.now
    let desk = try desk(seeds: seeds)
    let outcomes = try each(mistakes.map(\.mistake)) { (mistake, _) throws(GraderError) in
      try desk.outcomes(of: mistake)
    }
    return MistakeProof(
      exercise: exercise.number, seed: seed, seeds: desk.seeds.count, checks: exercise.checks.count,
      outcomes: outcomes.flatMap { $0 }, seconds: seconds(since: start))
  }

  /// Grades the solution and its styles, those of them whose names contain `only`, at `seeds` seeds
  /// each.
  public func styles(only: String = "", seeds count: Int) throws(GraderError) -> StyleProof {
    let start = ContinuousClock.now
    let all = try [.solution] + Style.all(in: installation.styles(of: exercise), of: exercise)
    let styles = all.filter { only.isEmpty || $0.name.contains(only) }
    guard !styles.isEmpty else { throw .noSuchStyle(only, known: all.map(\.name)) }
    let desk = try desk(seeds: count)
    let outcomes = try each(styles) { (style, _) throws(GraderError) in
      try desk.outcome(of: style)
    }
    return StyleProof(
      exercise: exercise.number, seed: seed, seeds: count, outcomes: outcomes,
      seconds: seconds(since: start))
  }

  private func desk(seeds: Int) throws(GraderError) -> ProofDesk {
    var data: [TrainingData?] = []
    let all = (0..<seeds).map { seed &+ UInt64($0) }
    for seed in all { data.append(try exercise.data?.synthetic(seed)) }
    return ProofDesk(
      exercise: exercise, workshop: workshop, oracle: oracle, mistakes: mistakes, seeds: all,
      data: data, threads: max(1, Tensor.threadCount / jobs), isQuick: isQuick)
  }

  private func progress(
    _ done: Int, of count: Int, since start: ContinuousClock.Instant
  ) -> BatchProgress {
    BatchProgress(count: count, done: done, kept: 0, jobs: jobs, seconds: seconds(since: start))
  }

  /// Does `work` for each of `items`, several at a time, and returns what came of it in their order.
  /// The work is told which in time it is that comes to its end.
  private func each<Item: Sendable, Made: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item, Int) throws(GraderError) -> Made
  ) throws(GraderError) -> [Made] {
    let made = Mutex<[Int: Made]>([:])
    let failure = Mutex<GraderError?>(nil)
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = jobs
    for (place, item) in items.enumerated() {
      queue.addOperation {
        guard failure.withLock({ $0 == nil }), Interruption.signal == nil else { return }
        do throws(GraderError) {
          let one = try work(item, made.withLock { $0.count } + 1)
          made.withLock { $0[place] = one }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    queue.waitUntilAllOperationsAreFinished()
    if Interruption.signal != nil { throw .interrupted }
    if let error = failure.withLock({ $0 }) { throw error }
    return made.withLock { made in items.indices.compactMap { made[$0] } }
  }
}
