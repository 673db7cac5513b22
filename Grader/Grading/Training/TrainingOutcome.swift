import Doorway
import Foundation

/// What a training run has come to, whatever its settings are.
public protocol TrainingResult: Encodable, Sendable {
  var sentence: String { get }

  /// The network itself, where it can be handed in.
  var model: TrainedModel? { get }
}

extension TrainingResult {
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}

extension SearchLog {
  /// An array of the runs.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    // A loss may be anything.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(runs)
  }
}

/// Accuracies are fractions.
struct TrainingOutcome<Settings: Encodable & Sendable>: TrainingResult {
  var exercise: String
  var dataset: String
  var seed: UInt64
  var epochs: Int
  var trainAccuracy: Double

  /// As the subject reports it, of the epoch whose network was kept.
  var validationAccuracy: Double
  var testAccuracy: Double

  /// Of the training alone.
  var seconds: Double

  /// Of the subject's whole process.
  var cpuSeconds: Double

  /// The most memory that the subject's process held.
  var peakBytes: Int
  var settings: Settings
  var model: TrainedModel?

  /// All that is told of it: what it was asked for, and not the network.
  private enum CodingKeys: CodingKey {
    case exercise, dataset, seed, epochs, trainAccuracy, validationAccuracy, testAccuracy, seconds
    case cpuSeconds, peakBytes, settings
  }

  var sentence: String {
    String(
      format: "%@: test accuracy %.1f %%, training %.1f %%, after %@ in %.1f s "
        + "(%.1f s of processor time, %d MB of memory).", dataset, testAccuracy * 100,
      trainAccuracy * 100, countOfEpochs(epochs), seconds, cpuSeconds, peakBytes / 1_000_000)
  }
}
