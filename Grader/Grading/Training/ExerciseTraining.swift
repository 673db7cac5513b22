import Datasets
import Doorway
import Tensors

/// How an exercise trains what its subject has written, and what is asked of the result.
public protocol TrainingPlan: Sendable {
  /// The test accuracy that is asked for, a fraction.
  func threshold(on data: TrainingData) -> Double

  /// Tries settings at random, where an exercise has a search.
  var searches: Question<SettingsSearch, SearchLog>? { get }

  /// Whether `run` can be told for how many epochs; if not, it is given none.
  var takesEpochs: Bool { get }

  /// Trains with the exercise's own settings, and counts accuracies from predictions, on this side of
  /// the doorway.
  ///
  /// - Parameter began: Called with a line on the settings before anything is asked.
  func run(
    _ subject: SubjectProcess, on data: TrainingData, seed: UInt64, epochs: Int?, exercise: String,
    began: (String) -> Void, epochDone: (TrainingProgress) -> Void
  ) throws -> any TrainingResult

  /// What `grader bench` measures, if anything.
  func benchRows(workshop: Workshop, rounds: Rounds) throws -> [BenchRow]
}

/// How an exercise trains one network on images, in epochs. The settings are the exercise's own.
public protocol ExerciseTraining: TrainingPlan {
  associatedtype Settings: TrainingSettings

  /// Trains a network, and keeps it for `predicts`.
  var trains: Question<Training<Settings>, TrainingCurve> { get }
  var predicts: Question<UnlabeledImages, Predictions> { get }

  /// What makes the network train well: on the real set in some minutes, on the synthetic one in
  /// seconds.
  func settings(for data: TrainingData, seed: UInt64) -> Settings

  /// What `grader bench` measures, if anything.
  var benches: [EpochBench<Settings>] { get }

  /// Returns what the network that `subject` has trained on `data` is handed in as; nil where that
  /// cannot be done.
  func model(of subject: any Subject, on data: TrainingData) throws -> TrainedModel?
}

/// A trained network, as a file holds it.
public struct TrainedModel: Sendable {
  public var tensors: [String: Tensor]
  public var metadata: [String: String]

  public init(tensors: [String: Tensor], metadata: [String: String]) {
    self.tensors = tensors
    self.metadata = metadata
  }
}

extension TrainingPlan {
  public var searches: Question<SettingsSearch, SearchLog>? { nil }
  public var takesEpochs: Bool { true }

  public func benchRows(workshop: Workshop, rounds: Rounds) throws -> [BenchRow] { [] }

  /// Has the subject try `count` settings, each for at most `epochs` epochs.
  public func search(
    _ subject: any Subject, on data: TrainingData, count: Int, epochs: Int, seed: UInt64,
    exercise: String, epochDone: (TrainingProgress) -> Void
  ) throws -> SearchLog {
    guard let searches else { throw GraderError.noSearch(exercise: exercise) }
    let input = SettingsSearch(on: try data.source, count: count, epochs: epochs, seed: seed)
    return try subject.ask(searches, [input], limits: .longTraining, progress: epochDone)[0]
  }
}

extension ExerciseTraining {
  public var benches: [EpochBench<Settings>] { [] }

  public func model(of subject: any Subject, on data: TrainingData) throws -> TrainedModel? { nil }

  public func run(
    _ subject: SubjectProcess, on data: TrainingData, seed: UInt64, epochs: Int?, exercise: String,
    began: (String) -> Void, epochDone: (TrainingProgress) -> Void
  ) throws -> any TrainingResult {
    var settings = settings(for: data, seed: seed)
    if let epochs { settings.epochs = epochs }
    began("\(data.name): \(settings.summary)")
    let start = ContinuousClock.now
    var made = 0
    var validationAccuracy = 0.0
    var lowestLoss = Double.infinity
    _ = try subject.ask(trains, [Training(on: try data.source, settings)], limits: .longTraining) {
      made = $0.epoch
      if let validation = $0.validation, validation.loss < lowestLoss {
        (lowestLoss, validationAccuracy) = (validation.loss, validation.accuracy)
      }
      epochDone($0)
    }
    let seconds = seconds(since: start)
    func accuracy(on images: LabeledImages) throws -> Double {
      try subject.accuracy(on: images, by: predicts, limits: .longTraining)
    }
    let training = try accuracy(on: try data.training())
    let test = try accuracy(on: try data.test())
    let model = try model(of: subject, on: data)
    let usage = subject.end()
    return TrainingOutcome(
      exercise: exercise, dataset: data.name, seed: seed, epochs: made, trainAccuracy: training,
      validationAccuracy: validationAccuracy, testAccuracy: test, seconds: seconds,
      cpuSeconds: usage.cpuSeconds, peakBytes: usage.peakBytes, settings: settings,
      model: model)
  }
}
