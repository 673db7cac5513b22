// The files of this folder hold what is not to be written, and what to write instead: the words of
// NumPy, of PyTorch and of Swift's own collections. None of it can be called.
//
// Most of them are unavailable overloads. The compiler looks at one only where nothing else fits, so they
// cost right code no time. But in a long formula it takes the compiler very long to learn that nothing
// fits: it gives up after a quarter of a minute, and says that the formula is too complex. So operands have
// another way: the operators take them, and it is their conformance that is unavailable.

/// What is taken for an operand beside tensors and `Double`, so that the compiler can say what to write.
public protocol TensorOperand {}

@available(
  *, unavailable,
  message: "write Double(n): an Int is only taken behind /, since 1 / n of two Ints is 0"
)
extension Int: TensorOperand {}

@available(*, unavailable, message: "write Double(f): a single number is a Double")
extension Float: TensorOperand {}

@available(
  *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
)
extension Mask: TensorOperand {}

/// What is taken for an exponent behind `**` and `^`.
public protocol TensorExponent {}

@available(*, unavailable, message: "write pow(x, 2)")
extension Int: TensorExponent {}

@available(*, unavailable, message: "write pow(x, 0.5)")
extension Double: TensorExponent {}

@available(*, unavailable, message: "write exp(y * log(x))")
extension Tensor: TensorExponent {}

infix operator ** : BitwiseShiftPrecedence

// Disfavoured, so that a number of a formula is a `Double` wherever it can be.

extension Tensor {
  @_disfavoredOverload
  public static func ** (x: Tensor, exponent: some TensorExponent) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func ^ (x: Tensor, exponent: some TensorExponent) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write exp(x * log(2.0))")
  public static func ** (base: Double, x: Tensor) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func + (a: Tensor, b: some TensorOperand) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func + (a: some TensorOperand, b: Tensor) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func - (a: Tensor, b: some TensorOperand) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func - (a: some TensorOperand, b: Tensor) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func * (a: Tensor, b: some TensorOperand) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func * (a: some TensorOperand, b: Tensor) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func / (a: Tensor, b: some TensorOperand) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func / (a: some TensorOperand, b: Tensor) -> Tensor { fatalError() }

  @_disfavoredOverload
  public static func += (a: inout Tensor, b: some TensorOperand) { fatalError() }

  @_disfavoredOverload
  public static func -= (a: inout Tensor, b: some TensorOperand) { fatalError() }

  @_disfavoredOverload
  public static func *= (a: inout Tensor, b: some TensorOperand) { fatalError() }

  @_disfavoredOverload
  public static func /= (a: inout Tensor, b: some TensorOperand) { fatalError() }

  @available(*, unavailable, message: "write x + Tensor(list)")
  public static func + (a: Tensor, b: [some Numeric]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(list) + x")
  public static func + (a: [some Numeric], b: Tensor) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x - Tensor(list)")
  public static func - (a: Tensor, b: [some Numeric]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(list) - x")
  public static func - (a: [some Numeric], b: Tensor) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x * Tensor(list)")
  public static func * (a: Tensor, b: [some Numeric]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(list) * x")
  public static func * (a: [some Numeric], b: Tensor) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write x / Tensor(list)")
  public static func / (a: Tensor, b: [some Numeric]) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(list) / x")
  public static func / (a: [some Numeric], b: Tensor) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write tensors + [x], an array with one more")
  public static func + (a: [Tensor], b: Tensor) -> [Tensor] { fatalError() }

  @available(*, unavailable, message: "write [x] + tensors, an array with one more")
  public static func + (a: Tensor, b: [Tensor]) -> [Tensor] { fatalError() }

  @available(*, unavailable, message: "write tensors.append(x)")
  public static func += (a: inout [Tensor], b: Tensor) { fatalError() }
}
