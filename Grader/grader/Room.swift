import Checks
import Foundation
import Grading

/// The student's own room in this package, ready to be examined.
struct Room {
  let exercise: Exercise
  let build: Build
  let examiner: Examiner
  let data: TrainingData

  /// Builds the room; `data` names a folder with CIFAR-10, else `GRADUS_DATA` may.
  init(_ exercise: Exercise, _ installation: Installation, data folder: String?) throws {
    self.exercise = exercise
    let seed = Catalogue.publicSeed
    let data = try TrainingData.select(folder: folder, seed: seed)
    let build = try Workshop(exercise, installation: installation).buildRoom(
      ProcessInfo.processInfo.environment["GRADUS_SOLUTIONS"] == "1"
        ? installation.solutions(of: exercise) : nil)
    self.build = build
    self.data = data
    examiner = Examiner(
      exercise, seed: seed, oracle: try .standard(exercise, installation), data: data
    ) { check in
      try SubjectProcess(
        executable: build.executable, studentFiles: Set(exercise.files), limits: check.limits)
    }
  }

  /// Examines the checks whose name contains `only`.
  func report(only: String? = nil) -> Report {
    let checks = exercise.checks.filter { check in only.map { check.id.contains($0) } ?? true }
    let results = checks.map(examiner.result)
    return Report(
      exercise.folder, of: exercise, seed: examiner.seed, dataset: data.name, build: build,
      checks: results)
  }
}
