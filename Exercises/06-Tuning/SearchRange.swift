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

  /// Draws a value. (In here `log` is the case above; the function is `Foundation.log`.)
  public func draw(using generator: inout some RandomNumberGenerator) -> Double {
    // TODO: 6.23  Of 0.001 … 1, how often should a draw be below 0.01?
    unfinished("6.23")
  }
}
