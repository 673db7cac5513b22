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
    func line(through s: Double, _ side: Double) -> LinearUnit { LinearUnit(weights: [side, side], bias: -side * s) }
    return (line(through: 0.5, 1), line(through: 1.5, 1), line(through: 1.5, -1))
  }

  public static func inputsThatRefute(_ unit: LinearUnit) -> [Double] {
    func search(_ n: Int) -> [Double] {
      let inputs = [Double(n / 2), Double(n % 2)]
      return n == 0 || unit.saysYes(to: inputs) != (n == 1 || n == 2) ? inputs : search(n - 1)
    }
    return search(3)
  }

  public static func xor() -> TwoLayers {
    TwoLayers(
      hidden: [LinearUnit(weights: [1, -1], bias: -0.5), LinearUnit(weights: [-1, 1], bias: -0.5)],
      output: units().or)
  }
}
