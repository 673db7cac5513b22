import Datasets
import Doorway
import Foundation

/// Recorded answers: of the reference the bytes of the frame that answered, by question; of each known
/// mistake a fingerprint.
public struct AnswerKey: Codable, Sendable, Equatable {
  /// Half a digest of an implementation's name and of the question's frame.
  struct Entry: Hashable, Sendable {
    let name: String

    init(_ implementation: String, _ question: Frame) {
      name = String(Digest(Array(implementation.utf8) + question.bytes).description.prefix(32))
    }
  }

  private var answers: [String: Data] = [:]
  private(set) var fingerprints: [String: Fingerprint] = [:]

  /// What of the solutions' mistakes a student's package has to know.
  public let mistakes: [KnownMistake]

  public init(mistakes: [KnownMistake] = []) {
    self.mistakes = mistakes
  }

  public var count: Int { answers.count }

  /// The digests of all questions that are answered. (The answers themselves may differ in the
  /// last place from machine to machine.)
  public var entries: Set<String> { Set(answers.keys) }

  subscript(entry: Entry) -> Data? {
    get { answers[entry.name] }
    set { answers[entry.name] = newValue }
  }

  subscript(fingerprint entry: Entry) -> Fingerprint? {
    get { fingerprints[entry.name] }
    set { fingerprints[entry.name] = newValue }
  }

  subscript(named entry: String) -> Data? { answers[entry] }

  /// Reads a key that `write` wrote.
  public init(contentsOf path: String) throws(GraderError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: errno)
    }
    do {
      self = try PropertyListDecoder().decode(Self.self, from: data)
    } catch {
      throw .notAnswerKey(path)
    }
  }

  public func write(to path: String) throws(GraderError) {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    guard let data = try? encoder.encode(self) else {
      throw .cannotWrite(path: path, errno: EINVAL)
    }
    try AtomicFile.write(data, to: path)
  }
}
