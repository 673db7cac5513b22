import Foundation

/// The student's own work on an exercise in this package, built and ready to be examined.
public struct OwnWork {
  public let exercise: Exercise
  public let build: Build
  private let examiner: Examiner

  /// The data of the exercise, if it has any.
  public let data: TrainingData?

  /// The checks that it was built for.
  private let checks: [Check]

  /// Makes the same of optimised code, where this is not.
  private let optimized: (() throws -> OwnWork)?

  /// What is to be said of the files themselves.
  private let notes: [String]

  /// Builds the exercise as it lies in the package, in `Solutions` where `GRADUS_SOLUTIONS` asks for
  /// them; `folder` has the real data, else `GRADUS_DATA` may name it. Its checks are asked of
  /// processes of their own, unless `makeSubject` makes something else.
  ///
  /// - Parameter only: What the names of the checks contain that will be examined.
  /// - Parameter optimized: Whether the code is optimised even where nothing that is asked takes long.
  public init(
    _ exercise: Exercise, _ installation: Installation, seed: UInt64, data folder: String? = nil,
    only: String? = nil, optimized: Bool = false, makeSubject: Examiner.MakeSubject? = nil
  ) throws {
    self.exercise = exercise
    checks = exercise.checks.filter { check in only.map { check.id.contains($0) } ?? true }
    let isOptimized = optimized || !exercise.areQuick(checks)
    func make() throws -> OwnWork {
      try OwnWork(
        exercise, installation, seed: seed, data: folder, only: only, optimized: true,
        makeSubject: makeSubject)
    }
    self.optimized = isOptimized ? nil : make
    data = try exercise.data?.select(folder, seed)
    let isSolution = Self.takesSolutions
    let room = Self.room(of: exercise, installation)
    let build = try Workshop(
      exercise, installation: installation, on: isSolution ? .reference : .own
    ).buildRoom(room, optimized: isOptimized)
    self.build = build
    notes = try Self.notes(on: room, of: exercise, build, installation)
    examiner = Examiner(
      exercise, seed: seed, oracle: try .standard(exercise, installation), data: data, build: build,
      model: exercise.model?.handedIn(in: room),
      makeSubject: makeSubject ?? { check in
        try SubjectProcess(
          executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits)
      })
  }

  /// Returns how `check` ends, one of those that it was built for. Code that is too slow as it is may
  /// be fast enough when it is optimised, as it will be where it is graded.
  public func result(of check: Check) -> CheckResult {
    let result = examiner.result(of: check)
    guard result.verdict == .timedOut, let work = try? optimized?() else { return result }
    return work.result(of: check)
  }

  /// Examines the checks that it was built for.
  public func report() -> Report {
    let results = checks.map(result)
    let isWrong = results.contains { $0.verdict != .passed }
    let earlier =
      isWrong && !exercise.buildsOn.isEmpty && !Self.takesSolutions
      ? [Sentences.ownEarlier(exercise.buildsOn)] : []
    return Report(
      exercise.folder, of: exercise, seed: examiner.seed, build: build, notes: notes + earlier,
      checks: results)
  }

  /// Whether all that there is to write of `exercise` is still as it was derived: then there is
  /// nothing to build, and every part is to be written.
  public static func isUntouched(_ exercise: Exercise, _ installation: Installation) -> Bool {
    guard !takesSolutions else { return false }
    let files = exercise.files.map { "Exercises/\(exercise.folder)/\($0)" }
    return DerivedFiles(of: exercise, root: installation.root).areUntouched(files)
  }

  private static func room(of exercise: Exercise, _ installation: Installation) -> String {
    takesSolutions ? installation.solutions(of: exercise) : installation.stubs(of: exercise)
  }

  /// Where a trained network is looked for.
  public static func place(
    of file: ModelFile, _ exercise: Exercise, _ installation: Installation
  ) -> String {
    "\(room(of: exercise, installation))/\(file.name)"
  }

  private static var takesSolutions: Bool {
    ProcessInfo.processInfo.environment["GRADUS_SOLUTIONS"] == "1"
  }

  /// A file of the student's own, or one that is given and was changed, would count in an editor and
  /// nowhere else.
  private static func notes(
    on room: String, of exercise: Exercise, _ build: Build, _ installation: Installation
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
    return (missing + missingGiven).map {
      Sentences.missing($0, in: "Exercises/\(exercise.folder)")
    }
      + own.map { Sentences.ownFile($0, insteadOf: exercise.files) }
      + changed.map { Sentences.changedGiven($0, in: "Exercises/\(exercise.folder)") }
  }
}
