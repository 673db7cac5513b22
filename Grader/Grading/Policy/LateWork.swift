import Foundation

/// What late work costs. A delay of up to the grace costs nothing; a longer one counts from the
/// deadline, and each unit that has begun costs its share, up to the most.
public struct LateWork: Codable, Sendable, Equatable {
  public var due: Date

  /// In seconds.
  public var grace = 0
  public var unit: Int

  /// In hundredths of a percent.
  public var share: Int
  public var mostShare = 10_000

  /// Whether shares are of the exercise's points, and not of those that were earned.
  public var isShareOfPossible = false

  /// When what was handed in, by its name.
  public var times: [String: Date]

  struct Cost: Equatable {
    /// In seconds, from the deadline; nil where nobody knows when it was handed in.
    var delay: Int?
    var units = 0

    /// In hundredths of a percent.
    var share = 0
  }

  func cost(of submission: String) -> Cost {
    guard let time = times[submission] else { return Cost() }
    // A part of a second is none: clocks and sites cut them off.
    let delay = Int(time.timeIntervalSince(due).rounded(.down))
    guard delay > grace else { return Cost(delay: delay) }
    let units = (delay + unit - 1) / unit
    let (share, overflows) = units.multipliedReportingOverflow(by: self.share)
    return Cost(delay: delay, units: units, share: overflows ? mostShare : min(share, mostShare))
  }
}
