import Doorway
import Foundation
import Grading

/// A student's training run from the command line: what `grader train` shows.
public struct TrainingRun {
  private let exercise: Exercise
  private let data: TrainingData
  private let settings: TrainingSettings

  public init(_ exercise: Exercise, _ data: TrainingData, _ settings: TrainingSettings) {
    self.exercise = exercise
    self.data = data
    self.settings = settings
  }

  /// The settings of the accuracy check.
  public static func recommended(for data: TrainingData, seed: UInt64) -> TrainingSettings {
    .recommended(for: data, seed: seed)
  }

  public static func describe(_ settings: TrainingSettings) -> String {
    "hidden \(settings.hidden), \(settings.rule.rawValue), learning rate \(settings.learningRate), "
      + "batch \(settings.batchSize), at most \(settings.epochs) epochs, "
      + "regularization \(settings.regularization), seed \(settings.seed)"
  }

  /// A line on an epoch, with a bar for the validation accuracy.
  public static func line(_ epoch: TrainingProgress) -> String {
    let filled = Int((epoch.validationAccuracy * 40).rounded())
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 40 - filled)
    return String(
      format: "epoch %2d/%d  training loss %.4f  validation loss %.4f  %@ %.1f %%", epoch.epoch,
      epoch.epochs, epoch.trainingLoss, epoch.validationLoss, bar, epoch.validationAccuracy * 100)
  }

  /// Trains, and counts accuracies from predictions, on this side of the doorway.
  public func run(
    _ subject: SubjectProcess, epochDone: (TrainingProgress) -> Void
  ) throws -> Outcome {
    let start = ContinuousClock.now
    var epochs = 0
    var validationAccuracy = 0.0
    var lowestLoss = Double.infinity
    do {
      _ = try subject.ask(
        .networkTraining, [Training(on: data.source, settings)], limits: .longTraining
      ) { epoch in
        epochs = epoch.epoch
        if epoch.validationLoss < lowestLoss {
          (lowestLoss, validationAccuracy) = (epoch.validationLoss, epoch.validationAccuracy)
        }
        epochDone(epoch)
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let training = try subject.accuracy(on: try data.training(), limits: .longTraining)
      let test = try subject.accuracy(on: try data.test(), limits: .longTraining)
      let usage = subject.end()
      return Outcome(
        exercise: exercise.number, dataset: data.name, seed: settings.seed, epochs: epochs,
        trainAccuracy: training, validationAccuracy: validationAccuracy, testAccuracy: test,
        seconds: seconds, cpuSeconds: usage.cpuSeconds, peakBytes: usage.peakBytes,
        settings: settings)
    } catch let end as SubjectEnd {
      throw GraderError.subjectEnded(end)
    }
  }

  /// What a run has come to. Accuracies are fractions.
  public struct Outcome: Encodable {
    public var exercise: String
    public var dataset: String
    public var seed: UInt64
    public var epochs: Int
    public var trainAccuracy: Double

    /// As the subject reports it, of the epoch whose network was kept.
    public var validationAccuracy: Double
    public var testAccuracy: Double

    /// Of the training alone.
    public var seconds: Double

    /// Of the subject's whole process.
    public var cpuSeconds: Double

    /// The most memory that the subject's process held.
    public var peakBytes: Int
    public var settings: TrainingSettings

    public var sentence: String {
      String(
        format: "%@: test accuracy %.1f %%, training %.1f %%, after %d epochs in %.1f s "
          + "(%.1f s of processor time, %d MB of memory).", dataset, testAccuracy * 100,
        trainAccuracy * 100, epochs, seconds, cpuSeconds, peakBytes / 1_000_000)
    }

    public func json() throws -> Data {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self)
    }
  }
}
