import Foundation

extension OwnWork {
  /// Where the files lie that are taken for the student's own, and what a training leaves is kept.
  public static func room(of exercise: Exercise, _ installation: Installation) -> String {
    takesSolutions ? installation.solutions(of: exercise) : installation.stubs(of: exercise)
  }

  /// Where a trained network is looked for.
  public static func place(
    of file: ModelFile, _ exercise: Exercise, _ installation: Installation
  ) -> String {
    "\(room(of: exercise, installation))/\(file.name)"
  }

  static var takesSolutions: Bool {
    ProcessInfo.processInfo.environment["GRADUS_SOLUTIONS"] == "1"
  }

  /// The student's own files of `exercise`, as they lie there.
  static func sources(of exercise: Exercise, _ installation: Installation) -> [Data] {
    exercise.files.compactMap {
      FileManager.default.contents(atPath: "\(room(of: exercise, installation))/\($0)")
    }
  }

  /// The earlier exercises that decide with the student's own files on `exercise`: those that these
  /// import, and those that their files import in turn, which may be more than ours do. Each stands
  /// behind what it needs.
  static func behind(_ exercise: Exercise, _ installation: Installation) -> [Exercise] {
    var numbers: Set<String> = []
    func reach(from exercise: Exercise) {
      let imported = exercise.imported(by: sources(of: exercise, installation))
      numbers.formUnion(imported.map(\.number))
    }
    reach(from: exercise)
    // None imports a later one, so that what imports the next is known when its turn comes.
    for earlier in exercise.before.reversed() where numbers.contains(earlier.number) {
      reach(from: earlier)
    }
    return exercise.before.filter { numbers.contains($0.number) }
  }
}
