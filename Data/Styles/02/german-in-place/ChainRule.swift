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
    let p = x * y, q = p + z, s = q * q
    var steigung = Slopes()
    steigung.r += 1; steigung.t += 1
    steigung.x += steigung.t * s; steigung.s += steigung.t * x
    steigung.q += steigung.s * q; steigung.q += steigung.s * q
    steigung.p += steigung.r * q; steigung.q += steigung.r * p
    steigung.p += steigung.q; steigung.z += steigung.q
    steigung.x += steigung.p * y; steigung.y += steigung.p * x
    return steigung
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
