import Foundation
import Tensors

/// What an initialiser is: draws from a distribution, whoever makes them and in whatever way.
extension Examination {
  /// Expects the entries of `x`, some hundreds or more, to be draws from the normal distribution of mean
  /// 0 and `deviation`, no two alike.
  ///
  /// Of n draws the mean is off by 1/√n deviations, the deviation by 1/√2n of itself, and the kurtosis,
  /// which is 3, by √(24/n), one time in three. Six times that is never.
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
      abs(kurtosis - 3) < 6 * (24 / n).squareRoot(),
      "\(name) have the deviation that was asked for, but are not normally distributed")
    try expect(Set(x.scalars).count == x.count, "\(name) hold the same number more than once")
  }

  private func short(_ x: Double) -> String { String(format: "%.5g", x) }
}
