import Doorway
import Foundation

/// What came of the settings that were tried last, as it is kept beside the files of the exercise.
///
/// As a file it has a row for each trial and, behind what is said of all, a column for each setting.
public struct KeptSearch: Sendable, Equatable {
  public static let fileName = "search.csv"

  public var dataset: String
  public var seed: UInt64
  public var trials: [Trial]

  public struct Trial: Sendable, Equatable {
    public var settings: [String: Double]
    public var epochs: Int

    /// The lowest that validation came to; infinity where there was no number.
    public var lowestLoss: Double
  }

  public init(_ log: SearchLog, dataset: String, seed: UInt64) {
    (self.dataset, self.seed) = (dataset, seed)
    trials = log.runs.map { run in
      Trial(
        settings: run.settings, epochs: run.losses.count,
        lowestLoss: run.lowestLoss)
    }
  }

  private static let head = [
    "trial", "epochs", "lowest_validation_loss", "diverged", "dataset", "seed",
  ]

  /// The names of all settings, in their order.
  public var names: [String] { Set(trials.flatMap(\.settings.keys)).sorted() }

  var csv: String {
    let rows = trials.enumerated().map { i, trial in
      [
        "\(i + 1)", "\(trial.epochs)", CSV.cell(trial.lowestLoss),
        trial.lowestLoss.isFinite ? "0" : "1", dataset, CSV.seed(seed),
      ] + names.map { CSV.cell(trial.settings[$0]) }
    }
    return CSV.text([Self.head + names.map(\.onOneLine)] + rows)
  }

  /// The search that `text` holds; nil where it holds something else.
  init?(csv text: Data) {
    let rows = DelimitedText(text).rows.map { $0.map(\.text) }
    guard let head = rows.first, Array(head.prefix(Self.head.count)) == Self.head,
      let first = rows.dropFirst().first, rows.allSatisfy({ $0.count == head.count }),
      let seed = CSV.seed(first[5])
    else { return nil }
    (dataset, self.seed, trials) = (first[4], seed, [])
    for row in rows.dropFirst() {
      guard let epochs = Int(row[1]) else { return nil }
      let settings = zip(head, row).dropFirst(Self.head.count).compactMap { name, cell in
        Double(cell).map { (name, $0) }
      }
      trials.append(
        Trial(
          settings: Dictionary(settings) { $1 }, epochs: epochs,
          lowestLoss: Double(row[2]) ?? .infinity))
    }
  }

  /// Writes it to `folder`.
  public func save(in folder: String) throws(GraderError) {
    try AtomicFile.write(Data(csv.utf8), to: "\(folder)/\(Self.fileName)")
  }

  /// What was kept in `folder` of the last search, if anything can be read.
  static func kept(in folder: String) -> KeptSearch? {
    guard case .success(let data) = RegularFile.read(fileName, beneath: folder, limit: 4 << 20)
    else { return nil }
    return KeptSearch(csv: data)
  }
}

extension SearchLog.Run {
  /// Infinity where every loss is none.
  var lowestLoss: Double { losses.filter(\.isFinite).min() ?? .infinity }
}
