import Foundation

/// The student's own work on an exercise in this package, built and ready to be examined.
public struct OwnWork: Sendable {
  public let exercise: Exercise
  public let build: Build
  public let examiner: Examiner
  public let data: TrainingData

  /// Builds the exercise as it lies in the package, in `Solutions` where `GRADUS_SOLUTIONS` asks for
  /// them; `data` names a folder with CIFAR-10, else `GRADUS_DATA` may.
  public init(
    _ exercise: Exercise, _ installation: Installation, seed: UInt64, data folder: String? = nil
  ) throws {
    self.exercise = exercise
    data = try TrainingData.select(folder: folder, seed: seed)
    let build = try Workshop(exercise, installation: installation).buildRoom(
      ProcessInfo.processInfo.environment["GRADUS_SOLUTIONS"] == "1"
        ? installation.solutions(of: exercise) : nil)
    self.build = build
    examiner = Examiner(
      exercise, seed: seed, oracle: try .standard(exercise, installation), data: data, build: build
    ) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits)
    }
  }

  /// Examines the checks whose name contains `only`.
  public func report(only: String? = nil) -> Report {
    let checks = exercise.checks.filter { check in only.map { check.id.contains($0) } ?? true }
    let results = checks.map(examiner.result)
    return Report(
      exercise.folder, of: exercise, seed: examiner.seed, dataset: data.name, build: build,
      checks: results)
  }
}
