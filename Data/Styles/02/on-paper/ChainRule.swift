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
    // L = p·q + x·q² with p = x·y and q = x·y + z.
    let q = x * y + z
    let p = x * y
    var slopes = Slopes()
    slopes.x = y * q + p * y + q * q + 2 * x * q * y
    slopes.y = x * q + p * x + 2 * x * q * x
    slopes.z = p + 2 * x * q
    slopes.p = 2 * p + z + 2 * x * q
    slopes.q = p + 2 * x * q
    slopes.r = 1
    slopes.s = x
    slopes.t = 1
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
