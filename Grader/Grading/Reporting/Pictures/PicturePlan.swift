import Datasets
import Doorway
import Tensors

/// What the page of an exercise shows, one section after the other.
public struct PicturePlan: Sendable {
  /// Where the images come from; the exercise's own choice where it is nil.
  public var data: DataChoice?
  public var sections: [Section]

  /// What the pictures are made of where it is no set of images.
  public var name: String?

  /// Whether the page has the student's network trained first, which takes its time.
  public var trains: Bool

  /// Asks a moment's work of what is trained: so it shows what of it is still to be written, where
  /// nothing has been trained.
  public var probe: @Sendable (any Subject) throws -> Void

  public init(
    data: DataChoice? = nil, name: String? = nil, trains: Bool = false, _ sections: [Section],
    probe: @escaping @Sendable (any Subject) throws -> Void = { _ in }
  ) {
    (self.data, self.name, self.trains) = (data, name, trains)
    (self.sections, self.probe) = (sections, probe)
  }

  public struct Section: Sendable {
    public var title: String

    /// Makes the pictures. What it throws of a student's code is told in their place.
    public var draw: @Sendable (PictureSources) throws -> [Illustration]

    public init(
      _ title: String, draw: @escaping @Sendable (PictureSources) throws -> [Illustration]
    ) {
      (self.title, self.draw) = (title, draw)
    }
  }
}

/// Why there is nothing to be seen, in a sentence that says what would help.
public struct NothingToShow: Error, Sendable {
  public var sentence: String

  public init(_ sentence: String) { self.sentence = sentence }
}

/// What pictures are made of: images, what was kept of the last training, and a student's code, which
/// is asked in a process of its own.
public final class PictureSources {
  public let exercise: Exercise
  public let data: TrainingData
  public let seed: UInt64

  /// What was kept of the last training; nil where there was none.
  public let history: TrainingHistory?
  let room: String
  private let start: () throws -> any Subject
  private var kept: (any Subject)?

  init(
    _ exercise: Exercise, data: TrainingData, seed: UInt64, room: String,
    start: @escaping () throws -> any Subject
  ) {
    (self.exercise, self.data, self.seed, self.room) = (exercise, data, seed, room)
    self.start = start
    history = TrainingHistory.kept(in: room)
  }

  /// A subject that has been asked nothing.
  public func newSubject() throws -> any Subject { try start() }

  /// Returns a subject that `prepare` has told once for the whole page what it needs.
  public func subject(_ prepare: (any Subject) throws -> Void) throws -> any Subject {
    if let kept { return kept }
    let subject = try start()
    try prepare(subject)
    kept = subject
    return subject
  }

  /// The epochs of the last training.
  ///
  /// - Throws: `NothingToShow` where there is none, and `SubjectEnd` where none could be made.
  public func lastTraining() throws -> TrainingHistory {
    guard let history, !history.epochs.isEmpty else {
      try exercise.pictures?.probe(start())
      throw NothingToShow(Sentences.noCurve(exercise))
    }
    return history
  }

  /// The trained network, as it was kept.
  ///
  /// - Throws: `NothingToShow` where there is none, and `RefusedWork` where it cannot be read.
  public func model() throws -> Safetensors {
    let file = exercise.model ?? .forPictures
    guard let model = file.handedIn(in: room) else {
      try exercise.pictures?.probe(start())
      throw NothingToShow(Sentences.noNetwork(exercise))
    }
    return try model.tensors(of: file)
  }
  /// All tensors of the trained network that was kept.
  public func tensors() throws -> [String: Tensor] {
    let model = try model()
    do throws(DatasetError) {
      return try model.tensors()
    } catch {
      throw RefusedWork.unreadModel(error)
    }
  }
}
