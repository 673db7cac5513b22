import Doorway
import Foundation

extension Screen {
  /// A line on an epoch, with a bar for the validation accuracy, which student code has computed:
  /// it may be anything.
  public static func epoch(_ epoch: TrainingProgress) -> String {
    let line = String(
      format: "%@ %*d/%d  training loss %.4f", epoch.unit.onOneLine,
      max(2, "\(epoch.epochs)".count), epoch.epoch, epoch.epochs, epoch.trainingLoss)
    guard let validation = epoch.validation else { return line }
    let filled = validation.accuracy >= 0 ? Int((min(validation.accuracy, 1) * 40).rounded()) : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 40 - filled)
    return line
      + String(
        format: "  validation loss %.4f  %@ %.1f %%", validation.loss, bar,
        validation.accuracy * 100)
  }

  /// The runs of a search as a table, the one with the lowest loss first.
  public static func search(_ log: SearchLog) -> String {
    let names = Set(log.runs.flatMap(\.settings.keys)).sorted()
    let head = names.map(\.onOneLine) + ["epochs", "lowest validation loss"]
    let best = log.runs.sorted { $0.lowestLoss < $1.lowestLoss }
    let rows = best.map { run in
      names.map { name in run.settings[name].map { String(format: "%.3g", $0) } ?? "" }
        + ["\(run.losses.count)", String(format: "%.4f", run.lowestLoss)]
    }
    return ([head, head.map { _ in "---:" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}
