import Doorway
import Tensors

/// Small cases of questions that belong to no contract.
extension Examination {
  /// Has the first of `small` found whose answer comes back wrong, or that stops the subject, should it
  /// come to that; and has the right answers recorded where answers are.
  ///
  /// - Parameter small: Inputs to follow by hand, the smallest first, each of which has one right answer.
  /// - Parameter parts: Takes from an answer what is compared.
  public func offer<Input, Reply>(
    _ question: Question<Input, Reply>, small: [Input], tolerance: Tolerance = .value,
    parts: @escaping (Reply) -> [Part] = { $0.parts }
  ) throws {
    guard explains || oracle.isRecording else { return }
    let right = try small.map { try reference(question, $0) }
    guard explains else { return }
    let cases = zip(small, right).map { ($0, parts($1)) }
    smallExample = { exam in
      for (input, right) in cases {
        let seen = parts(try exam.askAfresh(question, input))
        guard seen.count == right.count else { return nil }
        let context = Context(
          call: exam.describe(question, input), inputs: Examination.parts(of: input, "the input"))
        let comparisons = zip(seen, right).map {
          Comparison(seen: $0, expected: $1.value, context: context)
        }
        if let example = Example(of: comparisons, tolerance) { return example }
      }
      return nil
    }
    smallStop = { exam in
      for (input, _) in cases {
        do {
          _ = try exam.askAfresh(question, input)
        } catch is SubjectEnd {
          var stopped = exam.stoppedCall(question, input)
          stopped.isSmallest = true
          return stopped
        } catch {
          return nil
        }
      }
      return nil
    }
  }
}
