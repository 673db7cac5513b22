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
    (
      or: LinearUnit(weights: [1, 1], bias: -0.5),
      and: LinearUnit(weights: [1, 1], bias: -1.5),
      nand: LinearUnit(weights: [-1, -1], bias: 1.5)
    )
  }

  public static func inputsThatRefute(_ unit: LinearUnit) -> [Double] {
    [[0, 0], [0, 1], [1, 0], [1, 1]].first { (inputs: [Double]) in
      (inputs.reduce(0, +) == 1) != unit.saysYes(to: inputs)
    }!
  }

  public static func xor() -> TwoLayers {
    let (or, and, nand) = units()
    return TwoLayers(hidden: [or, nand], output: and)
  }
}
