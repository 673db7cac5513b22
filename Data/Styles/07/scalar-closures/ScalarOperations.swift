import Foundation

extension Scalar {
  public static func + (a: Scalar, b: Scalar) -> Scalar {
    .init(b.value + a.value, sources: [b, a], slopes: [1, 1])
  }

  public static func * (a: Scalar, b: Scalar) -> Scalar {
    let (x, y) = (a.value, b.value)
    if a === b { return .init(x * x, sources: [a], slopes: [2 * x]) }
    return .init(x * y, sources: [b, a], slopes: [x, y])
  }

  public static prefix func - (a: Scalar) -> Scalar { a * Scalar(-1) }

  public static func - (a: Scalar, b: Scalar) -> Scalar { a + -b }

  public static func / (a: Scalar, b: Scalar) -> Scalar { a * pow(b, -1) }
}

public func pow(_ x: Scalar, _ n: Double) -> Scalar {
  let lower = Foundation.pow(x.value, n - 1)
  return .init(Foundation.pow(x.value, n), sources: [x], slopes: [lower * n])
}

public func exp(_ x: Scalar) -> Scalar {
  .init(Foundation.exp(x.value), sources: [x], slopes: [Foundation.exp(x.value)])
}

public func log(_ x: Scalar) -> Scalar {
  .init(Foundation.log(x.value), sources: [x], slopes: [Foundation.pow(x.value, -1)])
}

public func relu(_ x: Scalar) -> Scalar {
  guard x.value > 0 else { return .init(0, sources: [x], slopes: [0]) }
  return .init(x.value, sources: [x], slopes: [1])
}
