import Doorway
import Foundation
import Synchronization

/// Knows what right code answers, and what known mistakes answer: from the answer key, else by
/// asking subjects built from `Solutions`. No answer is computed twice.
public final class Oracle: Sendable {
  /// Whose answer is asked for.
  public enum Implementation: Hashable, Sendable {
    case reference
    case mistake(String)

    var name: String {
      switch self {
      case .reference: "reference"
      case .mistake(let id): id
      }
    }
  }

  /// Returns a new subject of an implementation, or throws where it cannot be built.
  public typealias Source = @Sendable (Implementation, Limits) throws -> any Subject

  /// Whether answers are being collected for an answer key.
  public let isRecording: Bool
  private let source: Source?
  private let known: Mutex<AnswerKey>
  private let mistakes: [KnownMistake]

  /// An oracle that knows what `key` does, and asks `source` for the rest. The mistakes that it can
  /// foretell are those of the key, unless others are named.
  public init(
    key: AnswerKey = AnswerKey(), mistakes: [KnownMistake]? = nil, recording: Bool = false,
    source: Source? = nil
  ) {
    self.source = source
    self.mistakes = mistakes ?? key.mistakes
    isRecording = recording
    known = Mutex(key)
  }

  /// An oracle that asks the solutions of `workshop` for all that `key` does not know.
  public convenience init(
    _ workshop: Workshop, key: AnswerKey = AnswerKey(), recording: Bool = false
  ) throws(GraderError) {
    let mistakes = try workshop.mistakes().map(\.mistake)
    self.init(key: key, mistakes: mistakes, recording: recording) { try workshop.subject($0, $1) }
  }

  /// The oracle of an exercise on this machine: its answer key, and `Solutions` where they are.
  public static func standard(
    _ exercise: Exercise, _ installation: Installation
  ) throws(GraderError) -> Oracle {
    let path = installation.answerKey(of: exercise)
    let key =
      FileManager.default.fileExists(atPath: path)
      ? try AnswerKey(contentsOf: path) : AnswerKey()
    guard installation.hasSolutions else { return Oracle(key: key) }
    return try Oracle(Workshop(exercise, installation: installation), key: key)
  }

  /// What has been recorded, and what was known before.
  public var key: AnswerKey { known.withLock { $0 } }

  /// The known mistakes that `check` tells.
  public func mistakes(of check: Check) -> [KnownMistake] {
    mistakes.filter { $0.checks.contains(check.id) }
  }

  /// Returns the answer of an implementation to each input.
  ///
  /// - Throws: `GraderError`, and never anything that would be the student's fault.
  public func answers<Input, Reply>(
    of implementation: Implementation, to question: Question<Input, Reply>, _ inputs: [Input]
  ) throws -> [Reply] {
    let asked = try Wire.encode(Asked(question.name, inputs), as: .question)
    let entry = AnswerKey.Entry(implementation.name, to: question.name, asked)
    var bytes: Data
    if let answer = known.withLock({ $0[entry] }) {
      bytes = answer
    } else {
      guard let source else { throw GraderError.noReference(question: question.name) }
      do {
        let subject = try source(implementation, .longTraining)
        bytes = try subject.exchange(asked, limits: .longTraining, progress: { _ in }).bytes
      } catch let end as SubjectEnd {
        throw GraderError.referenceEnded(question: question.name, end)
      }
      let answer = bytes
      // Of a mistake's answer only the fingerprint is kept.
      if implementation == .reference { known.withLock { $0[entry] = answer } }
    }
    do {
      guard let frame = try Frame.take(from: &bytes, limit: .max / 4) else {
        throw SubjectEnd.garbled(.cutShort)
      }
      return try replies(in: frame, to: question, count: inputs.count)
    } catch let end as SubjectEnd {
      throw GraderError.referenceEnded(question: question.name, end)
    }
  }

  /// Returns the fingerprint of those parts of a known mistake's answer that `parts` takes; nil where
  /// it gives no answer, or where nobody knows.
  ///
  /// - Throws: `GraderError` where the mistake itself is at fault: it cannot be made, say.
  func prediction<Input, Reply>(
    of mistake: KnownMistake, for question: Question<Input, Reply>, _ input: Input,
    _ label: String, _ parts: (Reply) -> [Part]
  ) throws -> Fingerprint? {
    let asked = try Wire.encode(Asked(question.name, [input]), as: .question)
    let entry = AnswerKey.Entry("\(mistake.id) \(label)", to: question.name, asked)
    if let known = known.withLock({ $0[fingerprint: entry] }) { return known }
    guard source != nil else { return nil }
    do {
      let answer = try answers(of: .mistake(mistake.id), to: question, [input])[0]
      let fingerprint = Fingerprint(parts(answer))
      known.withLock { $0[fingerprint: entry] = fingerprint }
      return fingerprint
    } catch GraderError.referenceEnded {
      return nil
    }
  }
}
