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
    if case .log(let range) = self {
      let low = Foundation.log10(range.lowerBound)
      let high = Foundation.log10(range.upperBound)
      let exponent = low + (high - low) * Double.random(in: 0..<1, using: &generator)
      return pow(10, exponent)
    }
    if case .float(let range) = self {
      let share = Double.random(in: 0..<1, using: &generator)
      return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    if case .integer(let range) = self {
      let place = Int.random(in: 0..<range.count, using: &generator)
      return Double(range.lowerBound + place)
    }
    guard case .item(let list) = self else { return 0 }
    return list.randomElement(using: &generator) ?? 0
  }
}
