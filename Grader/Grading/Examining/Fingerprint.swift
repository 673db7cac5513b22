import Datasets
import Doorway
import Foundation
import Tensors

/// What is left of an answer when all that is to be known of it is whether another is the same: its
/// shapes, and a few sums of its entries with random weights. Of a short answer, the entries.
///
/// Two answers that differ have the same sums with the probability that a random plane holds their
/// difference: none. A whole answer for each known mistake would be megabytes of answer key.
struct Fingerprint: Codable, Hashable, Sendable {
  private let shapes: String
  private let numbers: [Double]

  /// So many entries are kept as they are, and so many sums of more than these.
  private static let (few, sums) = (24, 3)

  init(_ parts: [Part]) {
    shapes = Self.shapes(of: parts)
    numbers = Self.projected(parts.flatMap(\.value.scalars).map(Self.compressed))
  }

  /// Whether it is that of an answer with the entries `seen`, as near as `tolerance` lets a number
  /// be.
  func matches(_ seen: [Part], _ tolerance: Tolerance) -> Bool {
    guard shapes == Self.shapes(of: seen) else { return false }
    let own = seen.flatMap(\.value.scalars).map(Self.compressed)
    // The slope of the compression is at most 1, and 1 / |x| where x is large.
    let allowed = own.map { _ in tolerance.absolute + tolerance.relative }
    let width = Self.projected(allowed, absolute: true)
    return zip(zip(Self.projected(own), numbers), width).allSatisfy { abs($0.0 - $0.1) <= $1 }
  }

  /// Whether both are of the same answer, on machines that differ in the last places.
  func agrees(with other: Fingerprint) -> Bool {
    shapes == other.shapes && numbers.count == other.numbers.count
      && zip(numbers, other.numbers).allSatisfy { abs($0 - $1) <= 1e-3 * max(1, abs($0)) }
  }

  /// A digest of them.
  private static func shapes(of parts: [Part]) -> String {
    String(Digest("\(parts.map(\.value.shape))").description.prefix(16))
  }

  /// A number between -800 and 800 in the place of any, with NaN and the infinities beyond.
  private static func compressed(_ x: Double) -> Double {
    x.isNaN ? 5000 : x.isInfinite ? (x > 0 ? 3000 : -3000) : asinh(x)
  }

  private static func projected(_ numbers: [Double], absolute: Bool = false) -> [Double] {
    guard numbers.count > few else { return numbers }
    var generator = SeededGenerator(seed: 0x6772_6164_7573)
    return (0..<sums).map { _ in
      numbers.reduce(0) { sum, number in
        let weight = Double.random(in: -1...1, using: &generator)
        return sum + (absolute ? abs(weight) : weight) * number
      }
    }
  }
}
