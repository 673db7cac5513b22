import Foundation
import Tensors

extension Property {
  typealias Operator = (
    name: String, tensors: @Sendable (Tensor, Tensor) -> Tensor,
    right: @Sendable (Tensor, Double) -> Tensor, left: @Sendable (Double, Tensor) -> Tensor,
    numbers: @Sendable (Double, Double) -> Double
  )

  /// Of two `float32` numbers, each is rounded from more than twice its digits, and so correctly
  /// (S. Figueroa, When is double rounding innocuous?, 1995).
  static let operators: [Operator] = [
    ("+", { $0 + $1 }, { $0 + $1 }, { $0 + $1 }, { $0 + $1 }),
    ("-", { $0 - $1 }, { $0 - $1 }, { $0 - $1 }, { $0 - $1 }),
    ("*", { $0 * $1 }, { $0 * $1 }, { $0 * $1 }, { $0 * $1 }),
    ("/", { $0 / $1 }, { $0 / $1 }, { $0 / $1 }, { $0 / $1 }),
    (
      "max", { max($0, $1) }, { max($0, $1) }, { max($0, $1) },
      { $0.isNaN || $1.isNaN ? .nan : $0 > $1 ? $0 : $1 }
    ),
    (
      "min", { min($0, $1) }, { min($0, $1) }, { min($0, $1) },
      { $0.isNaN || $1.isNaN ? .nan : $0 < $1 ? $0 : $1 }
    ),
  ]

  static let entrywise: [Property] =
    operators.map { name, tensors, right, left, numbers in
      Property("x \(name) y") { trial in
        let (y, other) = trial.other(trial.generator.partner(of: trial.x.shape))
        let number = trial.generator.chance(4) ? 0.0 : .random(in: -2..<2, using: &trial.generator)
        let single = Plain([], trial.plain.type) { _ in number }
        let (x, plain) = (trial.x, trial.plain)
        let isShared = trial.isShared
        // Where nobody holds an operand, the result takes its memory.
        let result = isShared ? tensors(x, y) : tensors(-(-x), -(-y))
        return first(
          difference(result, plain.combined(with: other, numbers)).map { "y \(y.shape): \($0)" },
          difference(tensors(y, x), other.combined(with: plain, numbers)).map {
            "y on the left, \(y.shape): \($0)"
          },
          difference(right(isShared ? x : -(-x), number), plain.combined(with: single, numbers))
            .map { "\(number) on the right: \($0)" },
          difference(left(number, isShared ? x : -(-x)), single.combined(with: plain, numbers))
            .map { "\(number) on the left: \($0)" })
      }
    } + functions

  typealias Function = (
    name: String, tensor: @Sendable (Tensor) -> Tensor, number: @Sendable (Double) -> Double,
    units: Double
  )

  private static let exactFunctions: [Function] = [
    ("-", { -$0 }, { -$0 }, 0), ("abs", { abs($0) }, { abs($0) }, 0),
    ("sqrt", { sqrt($0) }, { $0.squareRoot() }, 0), ("sin", { sin($0) }, { sin($0) }, 0),
    ("cos", { cos($0) }, { cos($0) }, 0), ("log2", { log2($0) }, { log2($0) }, 0),
    ("log1p", { log1p($0) }, { log1p($0) }, 0), ("erf", { erf($0) }, { erf($0) }, 0),
    ("floor", { floor($0) }, { floor($0) }, 0),
    ("sign", { sign($0) }, { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, 0),
    ("pow 1", { pow($0, 1) }, { $0 }, 0), ("pow 2", { pow($0, 2) }, { $0 * $0 }, 0),
    ("pow -1", { pow($0, -1) }, { 1 / $0 }, 0),
  ]
  /// Off by so many units in the last place as is documented, and as libm itself may be: about half a
  /// one, but 2.2 in `tanh`.
  private static let closeFunctions: [Function] = [
    ("exp", { exp($0) }, { exp($0) }, 1.8), ("log", { log($0) }, { log($0) }, 1.6),
    ("tanh", { tanh($0) }, { tanh($0) }, 5.2), ("pow 3", { pow($0, 3) }, { pow($0, 3) }, 2.1),
    ("pow 0.5", { pow($0, 0.5) }, { pow($0, 0.5) }, 1.1),
    ("pow 0", { pow($0, 0) }, { pow($0, 0) }, 0),
    ("pow -2", { pow($0, Int(-2)) }, { pow($0, -2) }, 1.1),
  ]

  private static let functions = (exactFunctions + closeFunctions).map { function in
    Property(function.name) { trial in
      let expected = trial.plain.map(function.number)
      let result = function.tensor(trial.isShared ? trial.x : -(-trial.x))
      if function.units == 0 { return difference(result, expected) }
      let bounds = expected.entries.map { entry in
        let unit =
          expected.type == .float32 ? Double(Float(entry).ulp) : entry.ulp
        return entry.isFinite ? function.units * unit : 0
      }
      return difference(result, expected, .within(bounds))
    }
  }

  static let comparing: [Property] = comparisons.map { name, tensors, right, left, numbers in
    Property("x \(name) y") { trial in
      let (y, other) = trial.other(trial.generator.partner(of: trial.x.shape))
      let number = Double(trial.generator.number(-2...2)) / 10
      let (x, plain) = (trial.x, trial.plain)
      let single = Plain([], plain.type) { _ in number }
      func mask(_ a: Plain, _ b: Plain) -> Mask {
        let flags = a.combined(with: b) { numbers($0, $1) ? 1 : 0 }
        return Mask(shape: flags.shape, flags.entries.map { $0 == 1 })
      }
      return tensors(x, y) != mask(plain, other)
        ? "y \(y.shape) of \(y.elementType)"
        : tensors(y, x) != mask(other, plain)
          ? "y on the left, \(y.shape) of \(y.elementType)"
          : right(x, number) != mask(plain, single)
            ? "\(number) on the right"
            : left(number, x) != mask(single, plain)
              ? "\(number) on the left" : nil
    }
  }

  private typealias Comparison = (
    name: String, tensors: @Sendable (Tensor, Tensor) -> Mask,
    right: @Sendable (Tensor, Double) -> Mask, left: @Sendable (Double, Tensor) -> Mask,
    numbers: @Sendable (Double, Double) -> Bool
  )

  private static let comparisons: [Comparison] = [
    (".<", { $0 .< $1 }, { $0 .< $1 }, { $0 .< $1 }, { $0 < $1 }),
    (".<=", { $0 .<= $1 }, { $0 .<= $1 }, { $0 .<= $1 }, { $0 <= $1 }),
    (".>", { $0 .> $1 }, { $0 .> $1 }, { $0 .> $1 }, { $0 > $1 }),
    (".>=", { $0 .>= $1 }, { $0 .>= $1 }, { $0 .>= $1 }, { $0 >= $1 }),
    (".==", { $0 .== $1 }, { $0 .== $1 }, { $0 .== $1 }, { $0 == $1 }),
    (".!=", { $0 .!= $1 }, { $0 .!= $1 }, { $0 .!= $1 }, { $0 != $1 }),
  ]
}
