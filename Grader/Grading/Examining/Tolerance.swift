/// How near a number must come to the one that is expected.
///
///     |seen - expected| ≤ absolute + relative · |expected|
///
/// Not symmetric: the second number is the measure. Infinities are near only to themselves, and
/// NaN is near to nothing, not even to NaN: a check never expects one.
public struct Tolerance: Sendable, Equatable {
  public var absolute: Double
  public var relative: Double

  /// What an entry of a tensor may be off by besides, as a part of the largest: where large numbers
  /// cancel, what is left is off by what they were rounded by, in whichever order they were added.
  public var ofLargest = 0.0

  public init(absolute: Double, relative: Double, ofLargest: Double = 0) {
    self.absolute = absolute
    self.relative = relative
    self.ofLargest = ofLargest
  }

  /// For values that both sides compute by the same formula in `float64`.
  public static let value = Tolerance(absolute: 1e-9, relative: 1e-9)

  /// For an analytic gradient against a central difference with step 1e-5: the difference is
  /// itself wrong by its truncation, about 1e-10, and its rounding, about 1e-16 / 1e-5.
  public static let gradient = Tolerance(absolute: 1e-7, relative: 1e-6)

  /// For values that both sides compute in `float32`, in whichever order.
  public static let single = Tolerance(absolute: 1e-5, relative: 1e-4, ofLargest: 1e-6)

  /// For values in `float32` that come of differences between numbers of a thousand: there neighbours are
  /// 1e-4 apart, and who adds the logarithm of a sum to the greatest has rounded to one of them.
  static let singleOfLarge = Tolerance(absolute: 2e-4, relative: 1e-3, ofLargest: 1e-6)

  /// For gradients in `float32` that have come back through a block, of products, a softmax and norms:
  /// what cancels on the way, as all does at the bias of the keys, leaves a rounding of what it was made of.
  public static let singleOfBlocks = Tolerance(absolute: 1e-4, relative: 1e-3, ofLargest: 1e-5)

  /// For a gradient that need not be right, only that of a subject's own forward.
  static let ownGradient = Tolerance(absolute: 1e-5, relative: 1e-4)

  /// For the losses of some twenty steps in `float32`, of which each machine rounds in its own way.
  public static let shortRun = Tolerance(absolute: 0, relative: 1e-3)

  var half: Tolerance {
    Tolerance(absolute: absolute / 2, relative: relative / 2, ofLargest: ofLargest / 2)
  }

  /// The tolerance for an entry among all of `expected`.
  func among(_ expected: [Double]) -> Tolerance {
    guard ofLargest > 0 else { return self }
    let largest = expected.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    return Tolerance(absolute: absolute + ofLargest * largest, relative: relative)
  }

  /// How much of what is allowed a number is off by: 0 where it is the expected one, above 1 where it is
  /// not accepted.
  func used(by seen: Double, for expected: Double) -> Double {
    if seen == expected { return 0 }
    guard expected.isFinite else { return .infinity }
    let share = abs(seen - expected) / (absolute + relative * abs(expected))
    return share.isNaN ? .infinity : share
  }

  public func accepts(_ seen: Double, for expected: Double) -> Bool {
    guard expected.isFinite else { return seen == expected }
    return abs(seen - expected) <= absolute + relative * abs(expected)
  }
}
