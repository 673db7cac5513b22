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
    let share = Double.random(in: 0..<1, using: &generator)
    switch self {
    case .log(let range):
      let (low, high) = (Foundation.log2(range.lowerBound), Foundation.log2(range.upperBound))
      return exp2(low + share * (high - low))
    case .float(let range):
      return range.lowerBound + share * (range.upperBound - range.lowerBound)
    case .integer(let range):
      return Double(range.lowerBound + Int(share * Double(range.count)))
    case .item(let list): return list[Int(share * Double(list.count))]
    }
  }
}
