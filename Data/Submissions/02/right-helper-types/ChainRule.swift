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
    var tape = Tape()
    tape.add(1, from: 1, to: \.r)
    tape.add(1, from: 1, to: \.t)
    tape.add(tape.slopes.t, from: x, to: \.s)
    tape.add(tape.slopes.t, from: q * q, to: \.x)
    for _ in 0..<2 { tape.add(tape.slopes.s, from: q, to: \.q) }
    tape.add(tape.slopes.r, from: q, to: \.p)
    tape.add(tape.slopes.r, from: p, to: \.q)
    tape.add(tape.slopes.q, from: 1, to: \.p)
    tape.add(tape.slopes.q, from: 1, to: \.z)
    tape.add(tape.slopes.p, from: y, to: \.x)
    tape.add(tape.slopes.p, from: x, to: \.y)
    return tape.slopes
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

private struct Tape {
  var slopes = Slopes()

  mutating func add(_ above: Double, from own: Double, to path: WritableKeyPath<Slopes, Double>) {
    slopes[keyPath: path] += above * own
  }
}
