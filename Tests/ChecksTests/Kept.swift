import Checks
import Grading
import Synchronization

/// What many tests need of an exercise and none changes: read and built by the first of them.
enum Kept {
  private static let workshops = Mutex<[String: Workshop]>([:])
  private static let keys = Mutex<[String: AnswerKey]>([:])

  static func workshop(of exercise: Exercise) throws -> Workshop {
    try workshops.withLock { workshops in
      if let workshop = workshops[exercise.number] { return workshop }
      let workshop = try Workshop(exercise, installation: .find())
      workshops[exercise.number] = workshop
      return workshop
    }
  }

  static func answerKey(of exercise: Exercise) throws -> AnswerKey {
    try keys.withLock { keys in
      if let key = keys[exercise.number] { return key }
      let key = try AnswerKey(contentsOf: Installation.find().answerKey(of: exercise))
      keys[exercise.number] = key
      return key
    }
  }
}
