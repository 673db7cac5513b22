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

  public init(key: AnswerKey = AnswerKey(), recording: Bool = false, source: Source? = nil) {
    self.source = source
    isRecording = recording
    known = Mutex(key)
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
    let workshop = try Workshop(exercise, installation: installation)
    return Oracle(key: key) { try workshop.subject($0, $1) }
  }

  /// What has been recorded, and what was known before.
  public var key: AnswerKey { known.withLock { $0 } }

  /// Returns the answer of an implementation to each input.
  ///
  /// - Throws: `GraderError`, and never anything that would be the student's fault.
  public func answers<Input, Reply>(
    of implementation: Implementation, to question: Question<Input, Reply>, _ inputs: [Input]
  ) throws -> [Reply] {
    let asked = try Wire.encode(Asked(question.name, inputs), as: .question)
    let entry = AnswerKey.Entry(implementation.name, asked)
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
      known.withLock { $0[entry] = answer }
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

  /// Returns what a known mistake answers; nil where it gives no answer, or where nobody knows.
  ///
  /// - Throws: `GraderError` where the mistake itself is at fault: it cannot be made, say.
  func prediction<Input, Reply>(
    of mistake: KnownMistake, for question: Question<Input, Reply>, _ input: Input
  ) throws -> Reply? {
    do {
      return try answers(of: .mistake(mistake.id), to: question, [input])[0]
    } catch GraderError.referenceEnded, GraderError.noReference {
      return nil
    }
  }
}

/// Recorded answers: the bytes of the frame that answered, by implementation and question.
public struct AnswerKey: Codable, Sendable, Equatable {
  /// Half a digest of an implementation's name and of the question's frame.
  struct Entry: Hashable, Sendable {
    let name: String

    init(_ implementation: String, _ question: Frame) {
      name = String(Digest(Array(implementation.utf8) + question.bytes).description.prefix(32))
    }
  }

  private var answers: [String: Data] = [:]

  public init() {}

  public var count: Int { answers.count }

  /// The digests of all questions that are answered. (The answers themselves may differ in the
  /// last place from machine to machine.)
  public var entries: Set<String> { Set(answers.keys) }

  subscript(entry: Entry) -> Data? {
    get { answers[entry.name] }
    set { answers[entry.name] = newValue }
  }

  /// Reads a key that `write` wrote.
  public init(contentsOf path: String) throws(GraderError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: errno)
    }
    do {
      self = try PropertyListDecoder().decode(Self.self, from: data)
    } catch {
      throw .cannotRead(path: path, errno: EINVAL)
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
