import Doorway

extension Examination {
  /// Asks the subject one question, within the check's limits.
  public func ask<Input, Reply>(
    _ question: Question<Input, Reply>, _ input: Input,
    progress: (TrainingProgress) -> Void = { _ in }
  ) throws -> Reply {
    do {
      return try subject.ask(question, [input], limits: check.limits, progress: progress)[0]
    } catch let end as SubjectEnd {
      if explains, end.isStop { stopped = smallStop(self) ?? stoppedCall(question, input) }
      throw end
    }
  }

  /// What the reference answers.
  func reference<Input, Reply>(_ question: Question<Input, Reply>, _ input: Input) throws -> Reply {
    try oracle.answers(of: .reference, to: question, [input])[0]
  }

  /// Ends the check where an answer has not the form that our own side of the doorway gives it.
  public func require(_ hasForm: Bool) throws {
    guard hasForm else { throw SubjectEnd.garbled(.unreadable("an answer of another form")) }
  }

  /// Asks a subject that has only just been started: what is not decided by the question alone shows.
  public func askAfresh<Input, Reply>(
    _ question: Question<Input, Reply>, _ input: Input
  ) throws -> Reply {
    try anotherSubject().ask(question, [input], limits: check.limits)[0]
  }

  /// Another subject of the same code that has been asked nothing yet; the same one where there is no
  /// other to be had.
  public func anotherSubject() throws -> any Subject { try startAgain?() ?? subject }

  /// Asks the subject for a layer's outputs and gradients: as many as were asked for, since a forged
  /// answer may have any number.
  func ask<Input, Output, Gradients>(
    _ question: Question<LayerRun<Input>, LayerTrace<Output, Gradients>>, _ run: LayerRun<Input>
  ) throws -> LayerTrace<Output, Gradients> {
    let trace: LayerTrace<Output, Gradients>
    do {
      trace = try subject.ask(question, [run], limits: check.limits)[0]
    } catch let end as SubjectEnd {
      if explains, end.isStop { stopped = smallStop(self) ?? stoppedCall(question, run) }
      throw end
    }
    try require(
      trace.outputs.count == run.inputs.count && trace.gradients.count == run.waysBack.count)
    return trace
  }
}

extension SubjectEnd {
  /// Whether the program ended before it had answered, and would do so again, at once or in a loop
  /// without end.
  var isStop: Bool {
    switch self {
    case .crashed, .exited, .computedTooLong: true
    default: false
    }
  }
}
