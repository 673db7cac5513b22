import Doorway
import Foundation

/// The losses of a training under way, a block for each epoch.
///
/// On a terminal its line stays below all others and is drawn anew after each epoch; elsewhere, where a
/// line cannot be taken back, it is written once, behind the last.
public struct LossCurve: Sendable {
  private let isTerminal: Bool
  private var losses: [Double] = []
  private var last = 0

  public init(isTerminal: Bool) {
    self.isTerminal = isTerminal
  }

  /// Returns what to write after `epoch`, below lines that stay. An epoch that is not behind the last
  /// begins another training.
  public mutating func text(after epoch: TrainingProgress) -> String {
    let former = epoch.epoch > last ? "" : end()
    take(epoch)
    let line = "\(Screen.epoch(epoch))\n"
    return isTerminal ? "\(former)\(Self.erased)\(line)\(Self.line(losses))" : former + line
  }

  /// Returns what to write after `epoch` where no line stays: nothing but on a terminal.
  public mutating func passingText(after epoch: TrainingProgress) -> String {
    guard isTerminal else { return "" }
    if epoch.epoch <= last { losses = [] }
    take(epoch)
    return
      "\(Self.erased)  \(epoch.unit.onOneLine) \(epoch.epoch)/\(epoch.epochs)  \(Self.line(losses))"
  }

  /// Returns what to write when a training is over: the curve stays.
  public mutating func end() -> String {
    defer { (losses, last) = ([], 0) }
    guard !losses.isEmpty else { return "" }
    return isTerminal ? "\n" : "\(Self.line(losses))\n"
  }

  /// Returns what to write when all is over and nothing is to stay.
  public mutating func passingEnd() -> String {
    defer { (losses, last) = ([], 0) }
    return losses.isEmpty ? "" : Self.erased
  }

  private mutating func take(_ epoch: TrainingProgress) {
    losses.append(epoch.trainingLoss)
    last = epoch.epoch
  }

  /// Back to where the line begins, and nothing from there on.
  private static let erased = "\r\u{1B}[K"

  /// "loss  █▅▃▂▁  2.0149 → 1.2034". Student code has computed the losses: they may be anything.
  static func line(_ losses: [Double]) -> String {
    let ends = [losses.first, losses.count > 1 ? losses.last : nil].compactMap(\.self)
    return "loss  \(blocks(losses))  \(ends.map(number).joined(separator: " → "))"
  }

  private static func number(_ loss: Double) -> String {
    loss.isFinite && abs(loss) < 1e6
      ? String(format: "%.4f", loss) : Sentences.number(loss, digits: 4)
  }

  /// The most places of a line: those of a long training are the means of a few epochs each.
  private static let width = 40

  /// A block of eighths for each loss, full at the highest and an eighth at the lowest that is finite; ∞
  /// for one that is infinite, and ? for one that is no number.
  static func blocks(_ losses: [Double]) -> String {
    let count = min(width, losses.count)
    let places = (0..<count).map { i in
      mean(losses[i * losses.count / count..<(i + 1) * losses.count / count])
    }
    let finite = places.filter(\.isFinite)
    let (lowest, highest) = (finite.min() ?? 0, finite.max() ?? 0)
    // Halves, since the largest numbers are further apart than there is a number for.
    let extent = highest / 2 - lowest / 2
    return places.map { loss in
      if loss.isNaN { return "?" }
      guard loss.isFinite else { return "∞" }
      let level = extent > 0 ? (loss / 2 - lowest / 2) / extent : 0
      return eighths[Int((level * 7).rounded())]
    }.joined()
  }

  private static let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  private static func mean(_ losses: ArraySlice<Double>) -> Double {
    losses.reduce(0) { $0 + $1 / Double(losses.count) }
  }
}

/// A subject that lets somebody follow how far its trainings have come.
final class FollowedSubject: Subject {
  private let subject: any Subject
  private let follow: (TrainingProgress) -> Void

  init(_ subject: any Subject, follow: @escaping (TrainingProgress) -> Void) {
    (self.subject, self.follow) = (subject, follow)
  }

  var printed: String { subject.printed }

  func exchange(
    _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
  ) throws -> Frame {
    try subject.exchange(question, limits: limits) {
      follow($0)
      progress($0)
    }
  }
}
