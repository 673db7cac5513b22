// swift-format-ignore-file
// Derived by `grader derive` from the list in Package.swift.
import Doorway

/// The answers of all exercises, for tests that run them in their own process.
public func allAnswers() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answers.merge(answersOfExercise01())
  answers.merge(answersOfExercise02())
  answers.merge(answersOfExercise03())
  answers.merge(answersOfExercise04())
  answers.merge(answersOfExercise05())
  answers.merge(answersOfExercise06())
  answers.merge(answersOfExercise07())
  answers.merge(answersOfExercise08())
  answers.merge(answersOfExercise09())
  answers.merge(answersOfExercise10())
  answers.merge(answersOfExercise11())
  answers.merge(answersOfExercise12())
  return answers
}
