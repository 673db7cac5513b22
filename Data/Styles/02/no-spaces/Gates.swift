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
    (or:.init(weights:[100,100],bias:-50),and:.init(weights:[100,100],bias:-150),nand:.init(weights:[-3,-3],bias:4.5))
  }

  public static func inputsThatRefute(_ unit: LinearUnit) -> [Double] {
    for (a,b) in [(1.0,1.0),(1,0),(0,1),(0,0)] where unit.saysYes(to:[a,b]) != (a+b==1) {return[a,b]}
    return[0,0]
  }

  public static func xor() -> TwoLayers {
    .init(hidden:[units().and,units().or],output:.init(weights:[-2,1],bias:-0.5))
  }
}
