import Foundation
import Tensors

extension Scalar {
  /// a + b
  public static func + (a: Scalar, b: Scalar) -> Scalar {
    Scalar(a.value + b.value, sources: [a, b], slopes: [1, 1])
  }

  /// a · b
  public static func * (a: Scalar, b: Scalar) -> Scalar {
    Scalar(a.value * b.value, sources: [a, b], slopes: [b.value, a.value])
  }

  /// -a, a - b and a / b are made of the others: there is nothing to write.
  public static prefix func - (a: Scalar) -> Scalar { a * Scalar(-1) }

  public static func - (a: Scalar, b: Scalar) -> Scalar { a + -b }

  public static func / (a: Scalar, b: Scalar) -> Scalar { a * pow(b, -1) }
}

/// x to the power of a number: xⁿ.
public func pow(_ x: Scalar, _ n: Double) -> Scalar {
  Scalar(pow(x.value, n), sources: [x], slopes: [n * pow(x.value, n - 1)])
}

/// eˣ
public func exp(_ x: Scalar) -> Scalar {
  let y = exp(x.value)
  return Scalar(y, sources: [x], slopes: [y])
}

/// The natural logarithm of x, which is above 0.
public func log(_ x: Scalar) -> Scalar {
  Scalar(log(x.value), sources: [x], slopes: [1 / x.value])
}

/// The greater of x and 0. At exactly 0, where there is no slope, the course takes 0.
public func relu(_ x: Scalar) -> Scalar {
  Scalar(max(x.value, 0), sources: [x], slopes: [x.value > 0 ? 1 : 0])
}
