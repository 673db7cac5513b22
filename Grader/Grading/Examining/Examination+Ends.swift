import Doorway

extension Examination {
  /// Asks a subject that has only just been started, and returns whether its program came to an end,
  /// where there is nobody to catch an error. Nil where that would be the end of ours, too.
  public func endsProgram<Input, Reply>(
    _ question: Question<Input, Reply>, _ input: Input
  ) throws -> Bool? {
    guard !(subject is InProcessSubject) else { return nil }
    do {
      _ = try askAfresh(question, input)
      return false
    } catch SubjectEnd.crashed {
      return true
    } catch SubjectEnd.exited {
      return true
    }
  }
}
