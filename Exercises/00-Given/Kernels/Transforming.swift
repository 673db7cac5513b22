/// What is done with each entry.
public enum UnaryOperation: Sendable {
  case negate, magnitude, squareRoot, exponential, logarithm, hyperbolicTangent
}

/// Transforms `count` contiguous entries into `result`, which must not overlap them.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func transform<T: Entry>(
  _ operation: UnaryOperation, _ source: UnsafePointer<T>, count: Int,
  into result: UnsafeMutablePointer<T>
) {
  switch operation {
  case .negate: for i in 0..<count { result[i] = -source[i] }
  case .magnitude: for i in 0..<count { result[i] = source[i].magnitude }
  case .squareRoot: for i in 0..<count { result[i] = source[i].squareRoot() }
  case .exponential: for i in 0..<count { result[i] = source[i].exponential }
  case .logarithm: for i in 0..<count { result[i] = source[i].naturalLogarithm }
  case .hyperbolicTangent: for i in 0..<count { result[i] = source[i].hyperbolicTangent }
  }
}

/// Raises `count` contiguous entries to a power.
///
/// The exponents that formulas are full of take one instruction an entry, the others a call.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func raise<T: Entry>(
  _ source: UnsafePointer<T>, to exponent: T, count: Int, into result: UnsafeMutablePointer<T>
) {
  switch exponent {
  case 1: for i in 0..<count { result[i] = source[i] }
  case 2: for i in 0..<count { result[i] = source[i] * source[i] }
  case 3: for i in 0..<count { result[i] = source[i] * source[i] * source[i] }
  case -1: for i in 0..<count { result[i] = 1 / source[i] }
  default: for i in 0..<count { result[i] = source[i].power(exponent) }
  }
}
