/// What is done with each entry.
public enum UnaryOperation: Sendable {
  case negate, magnitude, squareRoot, exponential, logarithm, hyperbolicTangent

  /// The nanoseconds that it takes for 4 bytes of an entry.
  var cost: Double {
    switch self {
    case .negate, .magnitude: 0.12
    case .squareRoot: 0.2
    case .exponential, .logarithm, .hyperbolicTangent: 0.7
    }
  }
}

/// Transforms `count` contiguous entries into `result`, which is `source` or does not overlap it.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func transform<T: Entry>(
  _ operation: UnaryOperation, _ source: UnsafePointer<T>, count: Int,
  into result: UnsafeMutablePointer<T>
) {
  forEachPart(
    1, count, nanoseconds: nanoseconds(T.self, count, each: operation.cost)
  ) { _, part in
    transformPart(operation, source + part.lowerBound, part.count, result + part.lowerBound)
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func transformPart<T: Entry>(
  _ operation: UnaryOperation, _ source: UnsafePointer<T>, _ count: Int,
  _ result: UnsafeMutablePointer<T>
) {
  switch operation {
  case .negate: everyEntry(source, count, result) { -$0 }
  case .magnitude: everyEntry(source, count, result) { $0.magnitude }
  case .squareRoot: everyEntry(source, count, result) { $0.squareRoot() }
  case .exponential: everyEntry(source, count, result) { $0.exponential }
  case .logarithm: everyEntry(source, count, result) { $0.naturalLogarithm }
  case .hyperbolicTangent: everyEntry(source, count, result) { $0.hyperbolicTangent }
  }
}

/// Raises `count` contiguous entries to a power; `result` is `source` or does not overlap it.
///
/// The exponents that formulas are full of take one instruction an entry, the others a call.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func raise<T: Entry>(
  _ source: UnsafePointer<T>, to exponent: T, count: Int, into result: UnsafeMutablePointer<T>
) {
  forEachPart(1, count, nanoseconds: nanoseconds(T.self, count, each: 0.15)) { _, part in
    raisePart(source + part.lowerBound, exponent, part.count, result + part.lowerBound)
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func raisePart<T: Entry>(
  _ source: UnsafePointer<T>, _ exponent: T, _ count: Int, _ result: UnsafeMutablePointer<T>
) {
  switch exponent {
  case 1: everyEntry(source, count, result) { $0 }
  case 2: everyEntry(source, count, result) { $0 * $0 }
  case 3: everyEntry(source, count, result) { $0 * $0 * $0 }
  case -1: everyEntry(source, count, result) { 1 / $0 }
  default: for i in 0..<count { result[i] = source[i].power(exponent) }
  }
}

/// In place by a loop over one pointer: where source and target are the same memory, the
/// vectoriser's check for overlap would choose the scalar loop.
@inline(__always)
private func everyEntry<T: Entry>(
  _ source: UnsafePointer<T>, _ count: Int, _ result: UnsafeMutablePointer<T>, _ body: (T) -> T
) {
  if source == UnsafePointer(result) {
    for i in 0..<count { result[i] = body(result[i]) }
  } else {
    for i in 0..<count { result[i] = body(source[i]) }
  }
}
