internal import Kernels

/// e to the power of each entry, off by 1.2 units in the last place at most, in both types.
public func exp(_ x: consuming Tensor) -> Tensor { .transformed(x, .exponential) }

/// The natural logarithm of each entry: -inf at 0, NaN below. Off by 1 unit in the last place
/// at most, in both types.
public func log(_ x: consuming Tensor) -> Tensor { .transformed(x, .logarithm) }

/// The square root of each entry, correctly rounded: NaN below 0.
public func sqrt(_ x: consuming Tensor) -> Tensor { .transformed(x, .squareRoot) }

/// The hyperbolic tangent of each entry, off by 3 units in the last place at most, in both types.
public func tanh(_ x: consuming Tensor) -> Tensor { .transformed(x, .hyperbolicTangent) }

/// Each entry without its sign.
public func abs(_ x: consuming Tensor) -> Tensor { .transformed(x, .magnitude) }

/// Each entry to the power of `exponent`.
///
/// -1, 1, 2 and 3 take a nanosecond an entry or less, other exponents a call of libm.
public func pow(_ x: consuming Tensor, _ exponent: Double) -> Tensor {
  var source = x
  source = source.contiguous()
  let result = source.isWritable ? source : Tensor(unwrittenLike: source)
  func run<T: Entry>(_ type: T.Type) {
    withExtendedLifetime((source.storage, result.storage)) {
      raise(source.start(type), to: T(exponent), count: result.count, into: result.start(type))
    }
  }
  source.elementType == .float32 ? run(Float.self) : run(Double.self)
  return result
}

/// Each entry to the power of `exponent`, which need not be written as a `Double`.
@_disfavoredOverload
public func pow(_ x: consuming Tensor, _ exponent: Int) -> Tensor { pow(x, Double(exponent)) }

/// `x` to the power of `exponent`: `1 - pow(beta, step)`.
@_disfavoredOverload
public func pow(_ x: Double, _ exponent: Int) -> Double { pow(x, Double(exponent)) }

/// The greater of each two entries, or NaN if one of them is; the operands broadcast.
public func max(_ x: consuming Tensor, _ y: consuming Tensor) -> Tensor {
  .combined(.maximum, "max", x, y)
}

/// The greater of each entry and `y`: `max(x, 0)` replaces what is negative by 0.
public func max(_ x: consuming Tensor, _ y: Double) -> Tensor {
  .combined(.maximum, x, y)
}

/// The greater of `x` and each entry.
public func max(_ x: Double, _ y: consuming Tensor) -> Tensor {
  .combined(.maximum, x, y)
}

/// The lesser of each two entries, or NaN if one of them is; the operands broadcast.
public func min(_ x: consuming Tensor, _ y: consuming Tensor) -> Tensor {
  .combined(.minimum, "min", x, y)
}

/// The lesser of each entry and `y`.
public func min(_ x: consuming Tensor, _ y: Double) -> Tensor {
  .combined(.minimum, x, y)
}

/// The lesser of `x` and each entry.
public func min(_ x: Double, _ y: consuming Tensor) -> Tensor {
  .combined(.minimum, x, y)
}
