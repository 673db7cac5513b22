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
    let tape = Tape()
    let vx = tape.leaf(x)
    let vy = tape.leaf(y)
    let vz = tape.leaf(z)
    let p = tape.times(vx, vy)
    let q = tape.plus(p, vz)
    let r = tape.times(p, q)
    let s = tape.times(q, q)
    let t = tape.times(vx, s)
    let last = tape.plus(r, t)
    tape.backward(from: last)
    var result = Slopes()
    result.x = tape.slopes[vx]
    result.y = tape.slopes[vy]
    result.z = tape.slopes[vz]
    result.p = tape.slopes[p]
    result.q = tape.slopes[q]
    result.r = tape.slopes[r]
    result.s = tape.slopes[s]
    result.t = tape.slopes[t]
    return result
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

private final class Tape {
  var values: [Double] = []
  var slopes: [Double] = []
  var ways: [[(to: Int, factor: Double)]] = []

  func leaf(_ value: Double) -> Int { push(value, []) }
  func plus(_ i: Int, _ j: Int) -> Int { push(values[i] + values[j], [(to: i, factor: 1), (to: j, factor: 1)]) }
  func times(_ i: Int, _ j: Int) -> Int {
    push(values[i] * values[j], [(to: i, factor: values[j]), (to: j, factor: values[i])])
  }
  private func push(_ value: Double, _ way: [(to: Int, factor: Double)]) -> Int {
    values.append(value)
    slopes.append(0)
    ways.append(way)
    return values.count - 1
  }
  func backward(from last: Int) {
    slopes[last] = 1
    for i in stride(from: last, through: 0, by: -1) {
      for (to, factor) in ways[i] { slopes[to] += slopes[i] * factor }
    }
  }
}
