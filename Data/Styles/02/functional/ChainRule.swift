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
    let (p, q) = (x * y, x * y + z)
    var all = Slopes()
    (all.r, all.t) = (1, 1)
    all.s = x
    all.q = p + 2 * x * q
    all.p = q + all.q
    all.z = all.q
    all.y = all.p * x
    all.x = q * q + all.p * y
    return all
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
