import Doorway
import Foundation

/// The student's own work on an exercise in this package, built and ready to be examined.
public struct OwnWork {
  public let exercise: Exercise
  public let build: Build
  private let examiner: Examiner

  /// The data of the exercise, if it has any.
  public let data: TrainingData?

  /// Where the student's files lie.
  private let room: String

  /// The checks that it was built for.
  private let checks: [Check]

  /// Makes the same of optimised code, where this is not.
  private let optimized: (() throws -> OwnWork)?

  /// What is to be said of the files themselves.
  private let notes: [String]

  private let installation: Installation

  /// Builds the exercise as it lies in the package, in `Solutions` where `GRADUS_SOLUTIONS` asks for
  /// them; `folder` has the real data, else `GRADUS_DATA` may name it. Its checks are asked of
  /// processes of their own, unless `makeSubject` makes something else.
  ///
  /// - Parameter only: What the names of the checks contain that will be examined.
  /// - Parameter optimized: Whether the code is optimised even where nothing that is asked takes long.
  /// - Parameter explains: Whether the call at which the code stops is looked for.
  /// - Parameter follow: Told of each epoch of a training that a check asks for.
  public init(
    _ exercise: Exercise, _ installation: Installation, seed: UInt64, data folder: String? = nil,
    only: String? = nil, optimized: Bool = false, explains: Bool = false,
    makeSubject: Examiner.MakeSubject? = nil,
    follow: (@Sendable (TrainingProgress) -> Void)? = nil
  ) throws {
    try self.init(
      exercise, installation, seed: seed, data: try exercise.data?.select(folder, seed),
      oracle: try .standard(exercise, installation),
      checks: exercise.checks(named: only),
      optimized: optimized, explains: explains, makeSubject: makeSubject, follow: follow)
  }

  /// Builds the exercise for `checks`, which are asked with what `oracle` knows and on `data`.
  ///
  /// - Parameter passed: The ids of checks that are known to pass: they block no others.
  /// - Parameter isAbandoned: Whether nobody waits for an answer any more: then none is given.
  init(
    _ exercise: Exercise, _ installation: Installation, seed: UInt64, data: TrainingData?,
    oracle: Oracle, checks: [Check], optimized: Bool = false, explains: Bool = false,
    passed: Set<String> = [], makeSubject: Examiner.MakeSubject? = nil,
    follow: (@Sendable (TrainingProgress) -> Void)? = nil,
    isAbandoned: @escaping @Sendable () -> Bool = { false }
  ) throws {
    self.exercise = exercise
    self.checks = checks
    self.data = data
    self.installation = installation
    // Stubs take no time, however they are compiled.
    let isOptimized =
      optimized || !exercise.areQuick(checks) && !Self.isUntouched(exercise, installation)
    func make() throws -> OwnWork {
      try OwnWork(
        exercise, installation, seed: seed, data: data, oracle: oracle, checks: checks,
        optimized: true, explains: explains, passed: passed, makeSubject: makeSubject,
        follow: follow, isAbandoned: isAbandoned)
    }
    self.optimized = isOptimized ? nil : make
    let isSolution = Self.takesSolutions
    let room = Self.room(of: exercise, installation)
    self.room = room
    let workshop = try Workshop(
      exercise, installation: installation, on: isSolution ? .reference : .own)
    let build = try workshop.buildRoom(room, optimized: isOptimized)
    self.build = build
    notes = try Self.notes(
      on: room, of: exercise, build, installation, stubs: isSolution ? [:] : workshop.stubs())
    examiner = Examiner(
      exercise, seed: seed, oracle: oracle, data: data, build: build,
      model: exercise.model?.handedIn(in: room), passed: passed, explains: explains,
      makeSubject: makeSubject ?? { check in
        let process = try SubjectProcess(
          executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits,
          // Code that is not optimised is asked once more, optimised.
          explainsOvertime: isOptimized, isAbandoned: isAbandoned)
        return follow.map { FollowedSubject(process, follow: $0) } ?? process
      })
  }

  /// Returns how `check` ends, one of those that it was built for. Code that is too slow as it is may
  /// be fast enough when it is optimised, as it will be where it is graded.
  public func result(of check: Check) -> CheckResult {
    var result = examiner.result(of: check)
    if let line = result.stopped?.line { result.stopped?.code = code(at: line) }
    guard result.verdict == .timedOut, let work = try? optimized?() else { return result }
    return work.result(of: check)
  }

  private func code(at line: Crash.Place) -> String? {
    let text = FileManager.default.contents(atPath: "\(room)/\(line.file)") ?? Data()
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(line.line - 1) else { return nil }
    return String(decoding: lines[line.line - 1], as: UTF8.self)
  }

  /// Examines the checks that it was built for.
  public func report() -> Report { report(on: checks.map(result)) }

  /// The report on what checks of the exercise have come to.
  func report(on results: [CheckResult]) -> Report {
    let isWrong = results.contains { $0.verdict != .passed }
    let imported = exercise.imported(by: Self.sources(of: exercise, installation))
    let earlier = isWrong && !Self.takesSolutions ? imported.filter(mayBeWrong) : []
    return Report(
      exercise.folder, of: exercise, seed: examiner.seed, build: build,
      notes: notes + (earlier.isEmpty ? [] : [Sentences.ownEarlier(earlier)]), checks: results)
  }

  /// Whether a mistake in an earlier exercise can be why something of this one does not pass: not where
  /// all its checks have passed with the very same files.
  private func mayBeWrong(_ earlier: Exercise) -> Bool {
    let before = try? PassedBefore(
      earlier, installation, seed: examiner.seed, data: earlier.data?.select(nil, examiner.seed))
    return before.map { $0.results.count < earlier.checks.count } ?? true
  }

  /// The report on all checks of `exercise`, of which none is asked that has passed before with the
  /// very same files.
  public static func report(
    on exercise: Exercise, _ installation: Installation, seed: UInt64
  ) throws -> Report {
    let data = try exercise.data?.select(nil, seed)
    let before = try PassedBefore(exercise, installation, seed: seed, data: data)
    let open = exercise.checks.filter { before.results[$0.id] == nil }
    var report: Report
    if open.isEmpty {
      let build = Build(executable: "", standIns: [], leftOut: [:], seconds: 0)
      let room = room(of: exercise, installation)
      report = Report(
        exercise.folder, of: exercise, seed: seed, build: build,
        notes: try notes(on: room, of: exercise, build, installation),
        checks: exercise.checks.compactMap { before.results[$0.id] })
    } else {
      let work = try OwnWork(
        exercise, installation, seed: seed, data: data,
        oracle: try .standard(exercise, installation), checks: open,
        passed: Set(before.results.keys))
      let results = exercise.checks.map { before.results[$0.id] ?? work.result(of: $0) }
      // With a stub in the place of a file it is not the student's files alone that pass.
      if work.build.standIns.isEmpty, work.build.leftOut.isEmpty { before.keep(results) }
      report = work.report(on: results)
    }
    report.remembered = before.results.isEmpty ? nil : before.results.count
    return report
  }

  /// Whether all that there is to write of `exercise` is still as it was derived: then there is
  /// nothing to build, and every part is to be written.
  public static func isUntouched(_ exercise: Exercise, _ installation: Installation) -> Bool {
    guard !takesSolutions else { return false }
    let files = exercise.files.map { "Exercises/\(exercise.folder)/\($0)" }
    return DerivedFiles(of: exercise, root: installation.root).areUntouched(files)
  }

  /// The first part in whose place the stub's line still stands, or whose file is not there; nil where
  /// there is none.
  public static func firstPartToWrite(
    of exercise: Exercise, _ installation: Installation
  ) -> String? {
    let room = room(of: exercise, installation)
    return exercise.files.lazy.compactMap { file in
      let text = FileManager.default.contents(atPath: "\(room)/\(file)") ?? Data()
      let open = text.isEmpty ? nil : StandIn.parts(of: String(decoding: text, as: UTF8.self))
      return exercise.parts[file]?.first { open?.contains($0) ?? true }
    }.first
  }

  /// A file of the student's own, or one that is given and was changed, would count in an editor and
  /// nowhere else.
  private static func notes(
    on room: String, of exercise: Exercise, _ build: Build, _ installation: Installation,
    stubs: [String: Data] = [:]
  ) throws(GraderError) -> [String] {
    let there = try Folder.contents(of: room)
    let missing = exercise.files.filter { !there.contains($0) && build.leftOut[$0] == nil }
    let own = there.filter {
      $0.hasSuffix(".swift") && !(exercise.files + exercise.given).contains($0)
    }
    let derived = DerivedFiles(of: exercise, root: installation.root)
    let missingGiven = exercise.given.filter { !there.contains($0) }
    let changed = exercise.given.filter {
      there.contains($0) && !takesSolutions
        && !derived.areUntouched(["Exercises/\(exercise.folder)/\($0)"])
    }
    func cure(_ file: String) -> String { installation.commandBringingBack(file, of: exercise) }
    func text(_ file: String) -> String? {
      FileManager.default.contents(atPath: "\(room)/\(file)")
        .map { String(decoding: $0, as: UTF8.self) }
    }
    let emptied = exercise.files.filter { text($0)?.allSatisfy(\.isWhitespace) ?? false }
    let leftOver = exercise.files.flatMap { file in
      Leftover.all(
        in: text(file) ?? "", stub: String(decoding: stubs[file] ?? Data(), as: UTF8.self)
      )
      .map { Sentences.leftOver($0, in: file) }
    }
    var renamed: [String: String] = [:]
    for file in missing {
      let declared = PublicNames(stubs[file].map { [$0] } ?? [])
      guard !declared.isEmpty else { continue }
      renamed[file] = own.first { PublicNames([Data((text($0) ?? "").utf8)]).contain(declared) }
    }
    // One that holds what two should is not to be named after one of them.
    let names = renamed.values
    renamed = renamed.filter { _, name in names.count { $0 == name } == 1 }
    return build.earlierStandIns.map(Sentences.reason)
      + (missing + missingGiven).map {
        Sentences.missing(
          $0, renamed: renamed[$0], in: "Exercises/\(exercise.folder)", broughtBackBy: cure($0))
      }
      + own.filter { !renamed.values.contains($0) }
      .map { Sentences.ownFile($0, insteadOf: exercise.files) }
      + emptied.map { Sentences.emptied($0, broughtBackBy: cure($0)) } + leftOver
      + changed.map { Sentences.changedGiven($0, broughtBackBy: cure($0)) }
  }
}
