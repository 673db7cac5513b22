#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a subject answers: for each question it knows, what to do with the input.
///
/// One value serves one process, so closures may share state: a network that one question
/// trained is there for the next to predict with.
public struct Answers {
  /// Sends a word on how far a long answer has come.
  public typealias Report = (TrainingProgress) -> Void

  private typealias Handler = (Frame, @escaping (Frame) -> Void) throws -> Frame
  private var handlers: [String: Handler] = [:]

  public init() {}

  /// Answers `question` by `answer`.
  public mutating func to<Input, Reply>(
    _ question: Question<Input, Reply>, _ answer: @escaping (Input) -> Reply
  ) {
    to(question) { input, _ in answer(input) }
  }

  /// Answers `question` by `answer`, which takes its time and reports on the way.
  public mutating func to<Input, Reply>(
    _ question: Question<Input, Reply>,
    _ answer: @escaping (Input, @escaping Report) throws -> Reply
  ) {
    guard handlers[question.name] == nil else {
      fatalError("there are two answers to \(question.name)")
    }
    handlers[question.name] = { frame, send in
      let inputs = try Wire.decode(Asked<Input>.self, from: frame).inputs
      let replies = try inputs.map { input in
        try answer(input) { progress in
          if let frame = try? Wire.encode(progress, as: .progress) { send(frame) }
        }
      }
      return try Wire.encode(replies, as: .answer)
    }
  }

  /// Takes in the answers of another exercise. No question may have two answers.
  public mutating func merge(_ other: Answers) {
    handlers.merge(other.handlers.map { ($0, $1) }) { _, _ in
      fatalError("two exercises answer one question")
    }
  }

  /// Returns the frame that answers `frame`; `send` takes what is to be sent before.
  public func reply(to frame: Frame, send: @escaping (Frame) -> Void) -> Frame {
    do {
      let name = try Wire.decode(Name.self, from: frame).question
      guard let handler = handlers[name] else { return problem("no answer to \(name)") }
      return try handler(frame, send)
    } catch {
      return problem("\(error)")
    }
  }

  private func problem(_ text: String) -> Frame {
    Frame(kind: .problem, header: Data(text.utf8), blob: Data())
  }

  private struct Name: Decodable { var question: String }
}
