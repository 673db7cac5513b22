import Tensors

public enum Graph {
  public static func value(x: Double, y: Double, z: Double) -> Double {
    let p = x * y
    let q = p + z
    let r = p * q
    let s = q * q
    let t = x * s
    return r + t
  }

  public static func slopes(x: Double, y: Double, z: Double) -> Slopes {
    let p = x * y
    let q = p + z
    let s = q * q

    var slopes = Slopes()
    slopes.t = 1
    slopes.r = 1
    slopes.s = x * slopes.t
    let qThroughR = p * slopes.r
    let qThroughS = (q + q) * slopes.s
    slopes.q = qThroughR + qThroughS
    let pThroughR = q * slopes.r
    let pThroughQ = slopes.q
    slopes.p = pThroughR + pThroughQ
    slopes.z = slopes.q
    let xThroughT = s * slopes.t
    let xThroughP = y * slopes.p
    slopes.x = xThroughT + xThroughP
    slopes.y = x * slopes.p
    return slopes
  }
}

public struct Slopes: Sendable {
  public var x = 0.0
  public var y = 0.0
  public var z = 0.0
  public var p = 0.0
  public var q = 0.0
  public var r = 0.0
  public var s = 0.0
  public var t = 0.0

  public init() {}
}
