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
    // L = p·q + x·q², with q = p + z
    let p = x * y
    let q = p + z
    var d = Slopes()
    d.r = 1
    d.t = 1
    d.s = x
    d.q = p + 2 * x * q
    d.p = p + q + 2 * x * q
    d.z = d.q
    d.y = x * d.p
    d.x = y * d.p + q * q
    return d
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
