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
    var d=Slopes();let p=x*y,q=p+z
    d.r=1;d.t=1
    d.s+=d.t*x;d.x+=d.t*(q*q)
    d.q+=2*q*d.s+p*d.r;d.p+=q*d.r
    d.z+=d.q;d.p+=d.q
    d.y+=d.p*x;d.x+=d.p*y
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
