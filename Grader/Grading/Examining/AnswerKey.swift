import Datasets
import Doorway
import Foundation

/// Recorded answers: of the reference the bytes of the frame that answered, by question; of each known
/// mistake a fingerprint.
public struct AnswerKey: Sendable, Equatable {
  /// A question by name, and half a digest of an implementation's name and of the question's frame.
  struct Entry: Hashable, Sendable {
    let question: String
    let name: String

    init(_ implementation: String, to question: String, _ frame: Frame) {
      self.question = question
      name = String(Digest(Array(implementation.utf8) + frame.bytes).description.prefix(32))
    }
  }

  /// What is known of one question: a file of its own, so that a change to one changes one.
  struct Sheet: Codable, Sendable, Equatable {
    var answers: [String: Data] = [:]
    var fingerprints: [String: Fingerprint] = [:]
  }

  /// By the question's name.
  var sheets: [String: Sheet] = [:]

  /// What of the solutions' mistakes a student's package has to know.
  public internal(set) var mistakes: [KnownMistake]

  public init(mistakes: [KnownMistake] = []) {
    self.mistakes = mistakes
  }

  /// How many answers of the reference are known.
  public var count: Int { sheets.values.reduce(0) { $0 + $1.answers.count } }

  subscript(entry: Entry) -> Data? {
    get { sheets[entry.question]?.answers[entry.name] }
    set { sheets[entry.question, default: Sheet()].answers[entry.name] = newValue }
  }

  subscript(fingerprint entry: Entry) -> Fingerprint? {
    get { sheets[entry.question]?.fingerprints[entry.name] }
    set { sheets[entry.question, default: Sheet()].fingerprints[entry.name] = newValue }
  }
}
