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
}
