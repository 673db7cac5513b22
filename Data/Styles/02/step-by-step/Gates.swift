import Tensors

public struct LinearUnit: Sendable {
  public var weights: [Double]
  public var bias: Double

  public init(weights: [Double], bias: Double) {
    self.weights = weights
    self.bias = bias
  }

  public func score(_ inputs: [Double]) -> Double {
    zip(weights, inputs).reduce(bias) { $0 + $1.0 * $1.1 }
  }

  public func saysYes(to inputs: [Double]) -> Bool { score(inputs) > 0 }
}

public struct TwoLayers: Sendable {
  public var hidden: [LinearUnit]
  public var output: LinearUnit

  public init(hidden: [LinearUnit], output: LinearUnit) {
    self.hidden = hidden
    self.output = output
  }

  public func saysYes(to inputs: [Double]) -> Bool {
    output.saysYes(to: hidden.map { $0.saysYes(to: inputs) ? 1 : 0 })
  }
}

public enum Gates {
  public static func units() -> (or: LinearUnit, and: LinearUnit, nand: LinearUnit) {
    let or = LinearUnit(weights: [2, 2], bias: -1)
    let and = LinearUnit(weights: [2, 2], bias: -3)
    let nand = LinearUnit(weights: and.weights.map { -$0 }, bias: -and.bias)
    return (or, and, nand)
  }

  public static func inputsThatRefute(_ unit: LinearUnit) -> [Double] {
    if unit.saysYes(to: [0, 0]) { return [0, 0] }
    if unit.saysYes(to: [1, 1]) { return [1, 1] }
    if !unit.saysYes(to: [0, 1]) { return [0, 1] }
    return [1, 0]
  }

  public static func xor() -> TwoLayers {
    let nand = units().nand
    let or = units().or
    let and = units().and
    let hidden = [nand, or]
    return TwoLayers(hidden: hidden, output: and)
  }
}
