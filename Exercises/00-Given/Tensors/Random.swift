internal import Kernels

extension Tensor {
  /// Random entries with the normal distribution of mean 0 and deviation 1.
  ///
  /// The polar method (G. Marsaglia and T. Bray, 1964; Knuth, TAOCP 3.4.1). It needs no function
  /// that differs between systems, so a seed gives the same entries everywhere.
  public init(normal shape: [Int], using generator: inout some RandomNumberGenerator) {
    let count = shape.checkedProduct
    var scalars: [Double] = []
    scalars.reserveCapacity(count + 1)
    while scalars.count < count {
      let u = 2 * generator.nextFraction() - 1
      let v = 2 * generator.nextFraction() - 1
      let s = u * u + v * v
      guard s > 0 && s < 1 else { continue }
      let factor = (-2 * s.reproducibleLogarithm / s).squareRoot()
      scalars.append(u * factor)
      scalars.append(v * factor)
    }
    self.init(shape: shape, scalars: scalars.count == count ? scalars : scalars.dropLast())
  }

  /// Random entries with equal chances all over `range`, whose end is not among them.
  public init(
    uniform shape: [Int], in range: Range<Double> = 0..<1,
    using generator: inout some RandomNumberGenerator
  ) {
    if range.isEmpty { misuse("uniform: \(range) is empty") }
    let width = range.upperBound - range.lowerBound
    let last = range.upperBound.nextDown
    let scalars = (0..<shape.checkedProduct).map { _ in
      // Rounding must not reach the end of the range.
      Swift.min(range.lowerBound + width * generator.nextFraction(), last)
    }
    self.init(shape: shape, scalars: scalars)
  }
}

extension RandomNumberGenerator {
  /// A multiple of 2^-53 from 0 up to and without 1.
  fileprivate mutating func nextFraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
