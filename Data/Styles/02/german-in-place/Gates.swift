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
    let oder = LinearUnit(weights: [10, 10], bias: -4)
    let und = LinearUnit(weights: [10, 10], bias: -15)
    let nichtUnd = LinearUnit(weights: [-10, -10], bias: 15)
    return (or: oder, and: und, nand: nichtUnd)
  }

  public static func inputsThatRefute(_ unit: LinearUnit) -> [Double] {
    if unit.saysYes(to: [0, 0]) { return [0, 0] }
    if unit.saysYes(to: [1, 1]) { return [1, 1] }
    if !unit.saysYes(to: [0, 1]) { return [0, 1] }
    // Dann muss es 10 sein: die vier Summen
    return [1, 0]
  }

  public static func xor() -> TwoLayers {
    let tore = units()
    // weder (nicht-und) falsch noch (oder) falsch
    return TwoLayers(hidden: [tore.nand, tore.or], output: tore.and)
  }
}
