import Foundation

/// The student's own work on an exercise in this package, built and ready to be examined.
public struct OwnWork: Sendable {
  public let exercise: Exercise
  public let build: Build
  public let examiner: Examiner

  /// The data of the exercise, if it has any.
  public let data: TrainingData?

  /// What is to be said of the files themselves.
  private let notes: [String]

  /// Builds the exercise as it lies in the package, in `Solutions` where `GRADUS_SOLUTIONS` asks for
  /// them; `folder` has the real data, else `GRADUS_DATA` may name it. Its checks are asked of
  /// processes of their own, unless `makeSubject` makes something else.
  public init(
    _ exercise: Exercise, _ installation: Installation, seed: UInt64, data folder: String? = nil,
    makeSubject: Examiner.MakeSubject? = nil
  ) throws {
    self.exercise = exercise
    data = try exercise.data?.select(folder, seed)
    let isSolution = Self.takesSolutions
    let room = isSolution ? installation.solutions(of: exercise) : installation.stubs(of: exercise)
    let build = try Workshop(
      exercise, installation: installation, on: isSolution ? .reference : .own
    ).buildRoom(room)
    self.build = build
    notes = try Self.notes(on: room, of: exercise, build, installation)
    examiner = Examiner(
      exercise, seed: seed, oracle: try .standard(exercise, installation), data: data, build: build,
      makeSubject: makeSubject ?? { check in
        try SubjectProcess(
          executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits)
      })
  }

  /// Examines the checks whose name contains `only`.
  public func report(only: String? = nil) -> Report {
    let checks = exercise.checks.filter { check in only.map { check.id.contains($0) } ?? true }
    let results = checks.map(examiner.result)
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
