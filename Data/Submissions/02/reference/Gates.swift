import Tensors

/// A unit that draws a straight line and says on which side of it a point lies.
///
///     score = Σ weights[i] · inputs[i] + bias            it says yes where the score is above 0
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

/// Units that feed another unit: what they say, 1 for yes and 0 for no, is what it sees.
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

/// Functions of two inputs, each 0 for no or 1 for yes.
///
/// | inputs | OR  | AND | NAND | XOR |
/// | ------ | --- | --- | ---- | --- |
/// | 0 0    | no  | no  | yes  | no  |
/// | 0 1    | yes | no  | yes  | yes |
/// | 1 0    | yes | no  | yes  | yes |
/// | 1 1    | yes | yes | no   | no  |
public enum Gates {
  /// Returns a unit for each of three gates, right even where both inputs are off by up to 0.1.
  public static func units() -> (or: LinearUnit, and: LinearUnit, nand: LinearUnit) {
    // begin 2.17: Draw the four points. Where does the line go?
    (
      or: LinearUnit(weights: [1, 1], bias: -0.5),
      and: LinearUnit(weights: [1, 1], bias: -1.5),
      nand: LinearUnit(weights: [-1, -1], bias: 1.5)
    )
    // end
  }

  /// Returns inputs, each 0 or 1, at which `unit`, which has two weights, says something else than
  /// XOR. There always are.
  public static func inputsThatRefute(_ unit: LinearUnit) -> [Double] {
    // begin 2.18: There are only four to try. Why must one of them do?
    for inputs: [Double] in [[0, 0], [0, 1], [1, 0], [1, 1]]
    where unit.saysYes(to: inputs) != (inputs[0] != inputs[1]) {
      return inputs
    }
    fatalError("no line parts XOR")
    // end
  }

  /// Returns two layers that are XOR: any hidden units will do.
  public static func xor() -> TwoLayers {
    // begin 2.19: Say XOR in words, with the other three gates.
    let (or, and, nand) = units()
    return TwoLayers(hidden: [or, nand], output: and)
    // end
  }
}
