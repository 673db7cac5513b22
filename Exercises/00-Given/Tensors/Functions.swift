internal import Kernels

/// e to the power of each entry, off by little more than 1 unit in the last place at most.
public func exp(_ x: Tensor) -> Tensor { x.transformed(.exponential) }

/// The natural logarithm of each entry: -inf at 0, NaN below. Off by 1 unit in the last place at most.
public func log(_ x: Tensor) -> Tensor { x.transformed(.logarithm) }

/// The square root of each entry: NaN below 0.
public func sqrt(_ x: Tensor) -> Tensor { x.transformed(.squareRoot) }

/// The hyperbolic tangent of each entry, off by 4 units in the last place at most.
public func tanh(_ x: Tensor) -> Tensor { x.transformed(.hyperbolicTangent) }

/// Each entry without its sign.
public func abs(_ x: Tensor) -> Tensor { x.transformed(.magnitude) }

/// Each entry to the power of `exponent`.
///
/// -1, 1, 2 and 3 take a nanosecond an entry or less, other exponents a call of libm.
public func pow(_ x: Tensor, _ exponent: Double) -> Tensor {
  let source = x.contiguous()
  let result = Tensor(unwrittenLike: source)
  func run<T: Entry>(_ type: T.Type) {
    withExtendedLifetime((source, result)) {
      raise(source.start(type), to: T(exponent), count: x.count, into: result.start(type))
    }
  }
  run(x.elementType.entry)
  return result
}

/// The greater of each two entries, or NaN if one of them is; the operands broadcast.
public func max(_ x: Tensor, _ y: Tensor) -> Tensor { .combined(.maximum, "max", x, y) }

/// The greater of each entry and `y`: `max(x, 0)` replaces what is negative by 0.
public func max(_ x: Tensor, _ y: Double) -> Tensor { .combined(.maximum, x, y) }

/// The greater of `x` and each entry.
public func max(_ x: Double, _ y: Tensor) -> Tensor { .combined(.maximum, x, y) }

/// The lesser of each two entries, or NaN if one of them is; the operands broadcast.
public func min(_ x: Tensor, _ y: Tensor) -> Tensor { .combined(.minimum, "min", x, y) }

/// The lesser of each entry and `y`.
public func min(_ x: Tensor, _ y: Double) -> Tensor { .combined(.minimum, x, y) }

/// The lesser of `x` and each entry.
public func min(_ x: Double, _ y: Tensor) -> Tensor { .combined(.minimum, x, y) }

extension Tensor {
  func transformed(_ operation: UnaryOperation) -> Tensor {
    let source = contiguous()
    let result = Tensor(unwrittenLike: source)
    func run<T: Entry>(_ type: T.Type) {
      withExtendedLifetime((source, result)) {
        transform(operation, source.start(type), count: count, into: result.start(type))
      }
    }
    run(elementType.entry)
    return result
  }
}
