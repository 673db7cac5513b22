import Foundation
import Tensors

/// Where a hyper-parameter is looked for.
public enum SearchRange: Sendable, Equatable {
  /// Evenly among the orders of magnitude: the logarithm is uniform. Both ends are above 0.
  case log(ClosedRange<Double>)

  /// Evenly among the numbers of a range.
  case float(ClosedRange<Double>)

  /// Each integer of a range is as likely as every other, both ends included.
  case integer(ClosedRange<Int>)

  /// Each of the list is as likely as every other.
  case item([Double])

  /// Draws a value.
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    switch self {
    case .log(let range):
      let ratio = range.upperBound / range.lowerBound
      return range.lowerBound * pow(ratio, Double.random(in: 0...1, using: &generator))
    case .float(let range):
      let share = Double.random(in: 0...1, using: &generator)
      return (1 - share) * range.lowerBound + share * range.upperBound
    case .integer(let range):
      return Double.random(
        in: Double(range.lowerBound)..<Double(range.upperBound) + 1, using: &generator
      ).rounded(.down)
    case .item(let list): return list.shuffled(using: &generator)[0]
    }
  }
}
