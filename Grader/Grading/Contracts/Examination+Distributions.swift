import Foundation
import Tensors

/// What an initialiser is: draws from a distribution, whoever makes them and in whatever way.
extension Examination {
  /// Expects the entries of `x`, some hundreds or more, to be draws from the normal distribution of mean
  /// 0 and `deviation`, no two alike.
  ///
  /// Of n draws the mean is off by 1/√n deviations, the deviation by 1/√2n of itself, and the kurtosis,
  /// which is 3, by √(24/n), one time in three. Six times that is never, but for a kurtosis that is too
  /// large: one in 6000 times with 300 draws, so that its own distribution decides.
  public func expectNormal(_ x: Tensor, deviation: Double, named name: String) throws {
    let (n, mean) = (Double(x.count), x.mean())
    let centered = x - mean
    let squares = centered * centered
    let seen = squares.mean().squareRoot()
    try expect(
      abs(seen / deviation - 1) < 6 / (2 * n).squareRoot(),
      "\(name) have a deviation of \(short(seen)), expected \(short(deviation))")
    try expect(
      abs(mean) < 6 * deviation / n.squareRoot(),
      "\(name) have a mean of \(short(mean)), expected 0")
    let kurtosis = (squares * squares).mean() / pow(seen, 4)
    try expect(
      kurtosis - 3 > -6 * (24 / n).squareRoot()
        && Self.normalScore(ofKurtosis: kurtosis, of: n) < 6,
      "\(name) have the deviation that was asked for, but are not normally distributed")
    // Of float32 there are so few numbers that chance draws some of them twice.
    let alike = x.elementType == .float32 ? 6 + ((x.count * x.count) >> 26) : 0
    try expect(
      x.count - Set(x.scalars).count <= alike, "\(name) hold the same number more than once")
  }

  /// By how many deviations the kurtosis of `n` normal draws is too large, where it is told on a scale on
  /// which it is normally distributed itself (F. Anscombe and W. Glynn, Biometrika 70, 1983).
  private static func normalScore(ofKurtosis kurtosis: Double, of n: Double) -> Double {
    let mean = 3 * (n - 1) / (n + 1)
    let variance = 24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5))
    let x = (kurtosis - mean) / variance.squareRoot()
    let skewness =
      6 * (n * n - 5 * n + 2) / ((n + 7) * (n + 9))
      * (6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3))).squareRoot()
    let a =
      6 + 8 / skewness * (2 / skewness + (1 + 4 / (skewness * skewness)).squareRoot())
    let scaled = (1 - 2 / a) / (1 + x * (2 / (a - 4)).squareRoot())
    return (1 - 2 / (9 * a) - cbrt(scaled)) / (2 / (9 * a)).squareRoot()
  }

  private func short(_ x: Double) -> String { String(format: "%.5g", x) }
}
