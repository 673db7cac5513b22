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

  /// Returns the exercises of which `word` names something, and what of them, nil for all: "05"; a part
  /// of a handout, "5.3"; a file; checks, or some of their words.
  public static func selection(
    _ word: String
  ) throws(GraderError) -> (exercises: [Exercise], only: String?) {
    if let exercise = try exercise(ofPart: word) { return ([exercise], word) }
    guard word.contains(where: \.isLetter), word.wholeMatch(of: /(?i)exercise\d*/) == nil else {
      return ([try exercise(word)], nil)
    }
    let those = exercises.filter { !$0.checks(named: word).isEmpty }
    guard !those.isEmpty else {
      throw .noCheck(word, known: exercises.flatMap(\.checks).map(\.id))
    }
    return (those, word)
  }

  /// The exercise in which `part` is to be written, "5.3"; nil where that is no number of a part.
  private static func exercise(ofPart part: String) throws(GraderError) -> Exercise? {
    guard let match = part.wholeMatch(of: /([1-9]\d?)\.\d+/) else { return nil }
    let exercise = try exercise(String(match.1))
    guard exercise.file(ofPart: part) != nil else {
      throw .noPart(part, known: exercise.files.flatMap { exercise.parts[$0] ?? [] })
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
    if let exercise = try exercise(ofPart: id) {
      let checks = exercise.checks(named: id)
      if checks.count == 1 { return (exercise, checks[0]) }
      throw .severalChecks(
        part: id, file: exercise.file(ofPart: id) ?? "", checks.map(\.id))
    }
    let alike = exercises.flatMap { exercise in
      exercise.checks.filter { $0.id.contains(id) }.map { (exercise, $0) }
    }
    if alike.count == 1, !id.isEmpty { return alike[0] }
    throw .noCheck(id, known: exercises.flatMap(\.checks).map(\.id))
  }
}
