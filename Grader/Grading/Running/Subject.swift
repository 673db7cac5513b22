import Doorway
import Foundation

/// A conversation with one implementation of an exercise.
///
/// `SubjectProcess` is what grades; `InProcessSubject` is for breakpoints.
public protocol Subject: AnyObject {
  /// Sends a question's frame and returns the frame that answers it.
  func exchange(
    _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
  ) throws -> Frame

  /// What the subject has printed so far.
  var printed: String { get }
}

extension Subject {
  /// Asks `question` of each of `inputs`, in one round trip.
  ///
  /// - Throws: `SubjectEnd` where the subject did not answer, or not in the agreed way.
  public func ask<Input, Reply>(
    _ question: Question<Input, Reply>, _ inputs: [Input], limits: Limits = .check,
    progress: (TrainingProgress) -> Void = { _ in }
  ) throws -> [Reply] {
    let asked = try Wire.encode(Asked(question.name, inputs), as: .question)
    let answer = try exchange(asked, limits: limits, progress: progress)
    return try replies(in: answer, to: question, count: inputs.count)
  }
}

/// Returns the replies in an answer's frame.
func replies<Input, Reply>(
  in answer: Frame, to question: Question<Input, Reply>, count: Int
) throws(SubjectEnd) -> [Reply] {
  guard answer.kind == .answer else {
    throw .problem(String(decoding: answer.header.prefix(1000), as: UTF8.self))
  }
  let replies: [Reply]
  do {
    replies = try Wire.decode([Reply].self, from: answer, wholly: true)
  } catch {
    throw .garbled(error)
  }
  guard replies.count == count else {
    throw .garbled(.unreadable("\(replies.count) answers to \(count) questions"))
  }
  return replies
}

/// Why a subject gave no answer that could be read.
public enum SubjectEnd: Error, Equatable, Sendable {
  case unfinished(part: String)
  case crashed(Crash)
  case exited(status: Int32)
  /// It has waited for so long, and not computed, or where that is not certain, may have.
  case waitedTooLong(seconds: Double, isCertain: Bool)

  /// It has computed for too long. Where it was then in the student's files, from the innermost out, `places` says; it is
  /// empty where nobody knows.
  case computedTooLong(seconds: Double, allowed: Int, places: [Crash.Place] = [])

  /// All programs of the submission have together computed for as long as they may.
  case spentBudget(seconds: Int)

  /// It has computed all the while, and the machine gave it so little of a core that it never came
  /// to what is allowed.
  case starved(seconds: Double, allowed: Int, wallSeconds: Double)
  case printedTooMuch(limit: Int)
  case outOfMemory(limit: Int)
  case tooManyProcesses(limit: Int)
  case garbled(WireError)
  /// In the host's own words.
  case problem(String)

  /// The line of the student's at which it ended; nil where none is known.
  public var place: Crash.Place? {
    switch self {
    case .crashed(let crash): crash.place
    case .computedTooLong(_, _, let places): places.first
    default: nil
    }
  }
}

/// A trap or a fatal signal in the subject.
public struct Crash: Equatable, Sendable {
  public var signal: Int32

  /// What the runtime or the library says: "Index out of range".
  public var reason: String?

  /// The innermost place in the student's own files.
  public var place: Place?

  public struct Place: Equatable, Sendable {
    public var file: String
    public var line: Int
  }
}
