/// How near a number must come to the one that is expected.
///
///     |seen - expected| ≤ absolute + relative · |expected|
///
/// Not symmetric: the second number is the measure. Infinities are near only to themselves, and
/// NaN is near to nothing, not even to NaN: a check never expects one.
public struct Tolerance: Sendable, Equatable {
  public var absolute: Double
  public var relative: Double

  public init(absolute: Double, relative: Double) {
    self.absolute = absolute
    self.relative = relative
  }

  /// For values that both sides compute by the same formula in `float64`.
  public static let value = Tolerance(absolute: 1e-9, relative: 1e-9)

  /// For an analytic gradient against a central difference with step 1e-5: the difference is
  /// itself wrong by its truncation, about 1e-10, and its rounding, about 1e-16 / 1e-5.
  public static let gradient = Tolerance(absolute: 1e-7, relative: 1e-6)

  /// For values that both sides compute in `float32`, in whichever order.
  public static let single = Tolerance(absolute: 1e-5, relative: 1e-4)

  /// For a gradient that need not be right, only that of a subject's own forward.
  static let ownGradient = Tolerance(absolute: 1e-5, relative: 1e-4)

  /// For the losses of some twenty steps in `float32`, of which each machine rounds in its own way.
  public static let shortRun = Tolerance(absolute: 0, relative: 1e-3)

  public func accepts(_ seen: Double, for expected: Double) -> Bool {
    guard expected.isFinite else { return seen == expected }
    return abs(seen - expected) <= absolute + relative * abs(expected)
  }
}
