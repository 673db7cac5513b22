import Doorway
import Foundation

/// The epochs of a training, or of several in turn, as they are kept beside the trained network.
///
/// As a file it has decimal points wherever it was written, no cell that is no number where a number
/// should be, and the seed as text, since a long one is no number of a spreadsheet's.
public struct TrainingHistory: Sendable, Equatable {
  public static let fileName = "training.csv"

  public var dataset: String
  public var seed: UInt64
  public private(set) var epochs: [Epoch] = []

  public struct Epoch: Sendable, Equatable {
    /// The number of the training, from 1.
    public var training: Int
    public var progress: TrainingProgress
  }

  public init(dataset: String, seed: UInt64) {
    self.dataset = dataset
    self.seed = seed
  }

  /// Adds an epoch. One that is not behind the last begins another training.
  public mutating func append(_ progress: TrainingProgress) {
    let last = epochs.last
    let isNext = last.map { progress.epoch > $0.progress.epoch } ?? false
    let training = (last?.training ?? 0) + (isNext ? 0 : 1)
    epochs.append(Epoch(training: training, progress: progress))
  }

  private static let head = [
    "training", "epoch", "epochs", "training_loss", "validation_loss", "validation_accuracy",
    "diverged", "dataset", "seed",
  ]

  var csv: String {
    let rows = epochs.map { epoch -> [String] in
      let progress = epoch.progress
      let numbers = [
        progress.trainingLoss, progress.validation?.loss, progress.validation?.accuracy,
      ]
      let diverged = numbers.contains { $0.map { !$0.isFinite } ?? false }
      return ["\(epoch.training)", "\(progress.epoch)", "\(progress.epochs)"]
        + numbers.map(CSV.cell) + [diverged ? "1" : "0", dataset, CSV.seed(seed)]
    }
    return CSV.text([Self.head] + rows)
  }

  /// The history that `text` holds; nil where it holds something else.
  init?(csv text: Data) {
    let rows = DelimitedText(text).rows.map { $0.map(\.text) }
    guard rows.first == Self.head, let first = rows.dropFirst().first,
      rows.allSatisfy({ $0.count == Self.head.count }), let seed = CSV.seed(first[8])
    else { return nil }
    self.init(dataset: first[7], seed: seed)
    for row in rows.dropFirst() {
      guard let training = Int(row[0]), let epoch = Int(row[1]), let count = Int(row[2]) else {
        return nil
      }
      // Where it diverged, an empty cell was a number that is none.
      func number(_ cell: String) -> Double? { Double(cell) ?? (row[6] == "1" ? .nan : nil) }
      var progress = TrainingProgress(
        epoch: epoch, epochs: count, trainingLoss: number(row[3]) ?? .nan)
      if let loss = number(row[4]), let accuracy = number(row[5]) {
        progress.validation = .init(loss: loss, accuracy: accuracy)
      }
      epochs.append(Epoch(training: training, progress: progress))
    }
  }

  /// Writes it to `folder`.
  public func save(in folder: String) throws(GraderError) {
    try AtomicFile.write(Data(csv.utf8), to: "\(folder)/\(Self.fileName)")
  }

  /// What was kept in `folder` of the last training, if anything can be read.
  static func kept(in folder: String) -> TrainingHistory? {
    guard case .success(let data) = RegularFile.read(fileName, beneath: folder, limit: 4 << 20)
    else { return nil }
    return TrainingHistory(csv: data)
  }
}

/// Cells as every reader of such files understands them.
enum CSV {
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// Nothing for what is no number.
  static func cell(_ number: Double?) -> String {
    number.flatMap { $0.isFinite ? "\($0)" : nil } ?? ""
  }

  static func seed(_ seed: UInt64) -> String { "seed \(seed)" }

  static func seed(_ cell: String) -> UInt64? {
    cell.hasPrefix("seed ") ? UInt64(cell.dropFirst(5)) : nil
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
      ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }
}
