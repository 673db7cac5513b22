import Tensors

/// A formula of six steps, in which some quantities are used more than once.
///
///     p = x · y
///     q = p + z
///     r = p · q
///     s = q · q
///     t = x · s
///     L = r + t
public enum Graph {
  /// Returns L. It is given: there is nothing to write here.
  public static func value(x: Double, y: Double, z: Double) -> Double {
    let p = x * y
    let q = p + z
    let r = p * q
    let s = q * q
    let t = x * s
    return r + t
  }

  /// Returns the slope of L at each quantity, found from the end to the beginning. At L itself it is 1.
  public static func slopes(x: Double, y: Double, z: Double) -> Slopes {
    // TODO: 2.10  A quantity that is used twice hears of L twice.
    unfinished("2.10")
  }
}

/// The slopes of L at the quantities of the graph: all 0 until something has been added to them.
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
