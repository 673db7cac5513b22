import Grading

/// The exercises that there are (`Course.swift` has them), and how they are found by name.
public enum Catalogue {
  /// The seed of `swift test` and `grader check`: with it, the answer keys know all answers.
  public static let publicSeed: UInt64 = 2026

  /// Returns the exercise that `name` means: "05", "5" or "Exercise05".
  public static func exercise(_ name: String) throws(GraderError) -> Exercise {
    let digits = name.lowercased().hasPrefix("exercise") ? String(name.dropFirst(8)) : name
    let number = digits.count == 1 ? "0\(digits)" : digits
    guard let exercise = exercises.first(where: { $0.number == number }) else {
      throw .noExercise(name, known: exercises.map(\.number))
    }
    return exercise
  }

  /// The folders of a copy of the course, that of `exercise` and the rest.
  public static func rooms(of exercise: Exercise) -> (others: Set<String>, own: String) {
    let others = exercises.map(\.folder).filter { $0 != exercise.folder }
    return (Set(others).union(["00-Given"]), exercise.folder)
  }

  /// Returns the exercise and the check that `id` means: "05.relu.gradient", or a part of it that
  /// no other check has.
  public static func check(
    _ id: String
  ) throws(GraderError) -> (exercise: Exercise, check: Check) {
    for exercise in exercises {
      if let check = exercise.check(id) { return (exercise, check) }
    }
    let alike = exercises.flatMap { exercise in
      exercise.checks.filter { $0.id.contains(id) }.map { (exercise, $0) }
    }
    if alike.count == 1, !id.isEmpty { return alike[0] }
    throw .noCheck(id, known: exercises.flatMap(\.checks).map(\.id))
  }
}
