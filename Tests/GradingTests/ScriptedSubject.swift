import Doorway

@testable import Grading

/// A subject that answers by a closure, in this process: for tests of what asks.
final class ScriptedSubject: Subject {
  private let answers: Answers
  let printed = ""

  init(_ answer: (inout Answers) -> Void) {
    var answers = Answers()
    answer(&answers)
    self.answers = answers
  }

  func exchange(
    _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
  ) throws -> Frame {
    answers.reply(to: question) { _ in }
  }
}
