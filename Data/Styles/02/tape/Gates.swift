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
    let or = LinearUnit(weights: [1.0, 1.1], bias: -0.55)
    let and = LinearUnit(weights: [1.0, 1.1], bias: -1.6)
    let nand = LinearUnit(weights: [-0.01, -0.01], bias: 0.015)
    return (or: or, and: and, nand: nand)
  }

  public static func inputsThatRefute(_ unit: LinearUnit) -> [Double] {
    let truth: [[Double]: Bool] = [[0, 0]: false, [0, 1]: true, [1, 0]: true, [1, 1]: false]
    for (inputs, yes) in truth {
      if unit.saysYes(to: inputs) != yes {
        return inputs
      }
    }
    return []
  }

  public static func xor() -> TwoLayers {
    let nor = LinearUnit(weights: [-1, -1], bias: 0.5)
    let neither = LinearUnit(weights: [-1, -1], bias: 0.5)
    return TwoLayers(hidden: [nor, units().and], output: neither)
  }
}
