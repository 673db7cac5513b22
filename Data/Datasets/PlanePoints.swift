import Tensors

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Points of the plane in two classes, made by code: what a small network draws a border between.
///
/// Points lie about the origin, most of them no farther than 2 from it along either axis. Coordinates are
/// multiples of 1/1024, so that every machine makes the same points.
public struct PlanePoints: Sendable {
  /// How the two classes lie.
  public enum Pattern: String, CaseIterable, Sendable {
    /// Class 1 where both coordinates have the same sign.
    case xor
    /// A disk, class 1, in a ring.
    case circles
    /// Two half-circles that reach into each other.
    case moons
    /// Two arms that wind once around the origin.
    case spiral
    /// Two round clouds that overlap: no border has all points on its right side.
    case clusters
  }

  /// `[N, 2]`
  public let inputs: Tensor

  /// 0 and 1 by turns.
  public let labels: [Int]

  /// The first points of `seed`.
  public init(_ pattern: Pattern, count: Int, seed: UInt64) {
    let stream = UInt64(30 + (Pattern.allCases.firstIndex(of: pattern) ?? 0))
    labels = (0..<count).map { $0 % 2 }
    let coordinates = labels.enumerated().flatMap { index, label in
      var draws = Draws(seed: seed, stream: stream, index: index)
      let point = pattern.point(of: label, &draws)
      return [point.x, point.y].map { ($0 * 1024).rounded() / 1024 }
    }
    inputs = Tensor(shape: [count, 2], scalars: coordinates)
  }
}

extension PlanePoints.Pattern {
  fileprivate func point(of label: Int, _ draws: inout Draws) -> (x: Double, y: Double) {
    let isOne = label == 1
    switch self {
    case .xor:
      // A gap along the axes: there the classes would meet.
      let (x, y) = (0.15 + 1.85 * draws.fraction(), 0.15 + 1.85 * draws.fraction())
      let side: Double = draws.below(2) == 0 ? 1 : -1
      return (side * x, isOne ? side * y : -side * y)
    case .circles:
      let share = draws.fraction()
      let radius = isOne ? 0.95 * share.squareRoot() : 1.25 + 0.75 * share
      return polar(radius, 2 * .pi * draws.fraction())
    case .moons:
      let (x, y) = polar(1.3, .pi * draws.fraction())
      let (dx, dy) = (0.2 * draws.normal(), 0.2 * draws.normal())
      return isOne ? (0.65 - x + dx, 0.4 - y + dy) : (x - 0.65 + dx, y - 0.4 + dy)
    case .spiral:
      let way = draws.fraction()
      let (x, y) = polar(0.25 + 1.75 * way, 2 * .pi * way + (isOne ? .pi : 0))
      return (x + 0.07 * draws.normal(), y + 0.07 * draws.normal())
    case .clusters:
      let center = isOne ? 0.85 : -0.85
      return (center + 0.9 * draws.normal(), center + 0.9 * draws.normal())
    }
  }

  private func polar(_ radius: Double, _ angle: Double) -> (x: Double, y: Double) {
    (radius * cos(angle), radius * sin(angle))
  }
}

extension Draws {
  /// A number in `0..<1`.
  fileprivate mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number with mean 0 and deviation 1, nearly normal: the sum of twelve uniform ones.
  fileprivate mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + fraction() }
  }
}
