import Foundation

extension Scalar {
  public static func + (a: Scalar, b: Scalar) -> Scalar {
    let summe = a.value + b.value
    return Scalar(summe, sources: [a, b], slopes: [1.0, 1.0])
  }

  public static func * (a: Scalar, b: Scalar) -> Scalar {
    let produkt = a.value * b.value
    let steigungen = [b.value, a.value]
    return Scalar(produkt, sources: [a, b], slopes: steigungen)
  }

  public static prefix func - (a: Scalar) -> Scalar { a * Scalar(-1) }

  public static func - (a: Scalar, b: Scalar) -> Scalar { a + -b }

  public static func / (a: Scalar, b: Scalar) -> Scalar { a * pow(b, -1) }
}

public func pow(_ x: Scalar, _ n: Double) -> Scalar {
  let basis = x.value
  var steigung = n
  if n != 1 { steigung *= pow(basis, n - 1) }
  return Scalar(pow(basis, n), sources: [x], slopes: [steigung])
}

public func exp(_ x: Scalar) -> Scalar {
  let wert = exp(x.value)
  return Scalar(wert, sources: [x], slopes: [wert])
}

public func log(_ x: Scalar) -> Scalar {
  let steigung = 1 / x.value
  return Scalar(log(x.value), sources: [x], slopes: [steigung])
}

public func relu(_ x: Scalar) -> Scalar {
  if x.value > 0 {
    return Scalar(x.value, sources: [x], slopes: [1])
  } else {
    return Scalar(0, sources: [])
  }
}

extension Scalar {
  fileprivate convenience init(_ value: Double, sources: [Scalar]) {
    self.init(value, sources: sources, slopes: sources.map { _ in 0 })
  }
}
