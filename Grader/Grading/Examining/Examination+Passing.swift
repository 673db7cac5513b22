import Doorway

/// What is said where a check passes.
extension Examination {
  /// Gives points besides those of the check, at most as many as it may give, if it passes.
  public func award(_ bonus: Int, _ sentence: String) {
    passing = (min(bonus, check.bonus), sentence)
  }

  /// Expects of a figure that a training has come to what is asked of it, as `expectOutcome` does, and
  /// tells it where it holds as well: a student sees what the training was good for, and how near to
  /// what is asked it has come.
  public func expectFigure<Input, Reply>(
    _ holds: Bool, after question: Question<Input, Reply>, _ input: Input, tellingBy probe: Input,
    _ sentence: String
  ) throws {
    try expectOutcome(holds, after: question, input, tellingBy: probe, sentence)
    passing.sentence = Sentences.ended(Sentences.begun(sentence))
  }
}
