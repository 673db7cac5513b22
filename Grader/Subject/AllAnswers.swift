import Doorway

/// The answers of all exercises: what `swift test` asks. `grader batch` builds a subject of one.
public func allAnswers() -> Doorway.Answers {
  answersOfExercise05()
}
