import Doorway
import Foundation
import Synchronization
import Tensors

/// A subject inside this very process, so that a debugger can stop in it. Nothing protects the
/// process from it: a trap ends the run.
///
/// The student's code runs in a thread of its own. Where it reaches `unfinished(_:)`, which must
/// never return, the thread is left standing there for good.
public final class InProcessSubject: Subject {
  private let makeAnswers: @Sendable () -> Answers
  private let toSubject = Channel<Frame>()
  private let fromSubject = Channel<Result<Frame, SubjectEnd>>()

  public init(_ makeAnswers: @escaping @Sendable () -> Answers) {
    self.makeAnswers = makeAnswers
    start()
  }

  /// Prints go where those of the process go.
  public var printed: String { "" }

  public func exchange(
    _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
  ) throws -> Frame {
    toSubject.send(question)
    while true {
      let frame = try fromSubject.receive().get()
      guard frame.kind == .progress else { return frame }
      if let word = try? Wire.decode(TrainingProgress.self, from: frame) { progress(word) }
    }
  }

  private func start() {
    let (makeAnswers, questions, replies) = (makeAnswers, toSubject, fromSubject)
    let thread = Thread {
      Thread.current.threadDictionary[Self.key] = replies
      let answers = makeAnswers()
      while true {
        let reply = answers.reply(to: questions.receive()) { replies.send(.success($0)) }
        replies.send(.success(reply))
      }
    }
    thread.stackSize = 8 << 20
    whenUnfinished = { part in
      let replies = Thread.current.threadDictionary[Self.key] as? Channel<Result<Frame, SubjectEnd>>
      replies?.send(.failure(.unfinished(part: part)))
      while true { Thread.sleep(forTimeInterval: 3600) }
    }
    thread.start()
  }

  private static let key = "gradus.replies"
}

/// A queue between two threads.
private final class Channel<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])
  private let filled = DispatchSemaphore(value: 0)

  func send(_ element: Element) {
    elements.withLock { $0.append(element) }
    filled.signal()
  }

  func receive() -> Element {
    filled.wait()
    return elements.withLock { $0.removeFirst() }
  }
}
