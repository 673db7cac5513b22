/// What is done with two entries to make one.
public enum BinaryOperation: Sendable {
  case add, subtract, multiply, divide, minimum, maximum
}

/// Combines `a` and `b` entry by entry into `result`, whose rows are contiguous.
///
/// A stride of 0 repeats an entry. `result` must not overlap the operands; see `combineInPlace`.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func combine<T: Entry>(
  _ operation: BinaryOperation, _ a: Strided<T>, _ b: Strided<T>, rows: Int, columns: Int,
  into result: UnsafeMutablePointer<T>
) {
  forEachPart(
    rows, columns, nanoseconds: nanoseconds(T.self, rows * columns, each: 0.15)
  ) { rows, part in
    combinePart(
      operation, a.advanced(rows: rows.lowerBound, columns: part.lowerBound),
      b.advanced(rows: rows.lowerBound, columns: part.lowerBound), rows.count, part.count,
      Target(start: result + rows.lowerBound * columns + part.lowerBound, rowStride: columns))
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func combinePart<T: Entry>(
  _ operation: BinaryOperation, _ a: Strided<T>, _ b: Strided<T>, _ rows: Int, _ columns: Int,
  _ result: Target<T>
) {
  switch operation {
  case .add: everyPair(a, b, rows, columns, result) { $0 + $1 }
  case .subtract: everyPair(a, b, rows, columns, result) { $0 - $1 }
  case .multiply: everyPair(a, b, rows, columns, result) { $0 * $1 }
  case .divide: everyPair(a, b, rows, columns, result) { $0 / $1 }
  case .minimum: everyPair(a, b, rows, columns, result) { lesser($0, $1) }
  case .maximum: everyPair(a, b, rows, columns, result) { greater($0, $1) }
  }
}

/// Combines `target`, whose rows are contiguous, with `b` entry by entry into `target` itself;
/// where `isRight`, `target` is the right operand.
///
/// A kernel of its own: where source and target are the same memory, the vectoriser's check for
/// overlap would send `combine` through its scalar loop.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func combineInPlace<T: Entry>(
  _ operation: BinaryOperation, _ target: UnsafeMutablePointer<T>, _ b: Strided<T>, rows: Int,
  columns: Int, isRight: Bool = false
) {
  forEachPart(
    rows, columns, nanoseconds: nanoseconds(T.self, rows * columns, each: 0.12)
  ) { rows, part in
    combinePartInPlace(
      operation,
      Target(start: target + rows.lowerBound * columns + part.lowerBound, rowStride: columns),
      b.advanced(rows: rows.lowerBound, columns: part.lowerBound), rows.count, part.count, isRight)
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func combinePartInPlace<T: Entry>(
  _ operation: BinaryOperation, _ target: Target<T>, _ b: Strided<T>, _ rows: Int, _ columns: Int,
  _ isRight: Bool
) {
  switch (operation, isRight) {
  case (.add, _): everyTarget(target, b, rows, columns) { $0 + $1 }
  case (.subtract, false): everyTarget(target, b, rows, columns) { $0 - $1 }
  case (.subtract, true): everyTarget(target, b, rows, columns) { $1 - $0 }
  case (.multiply, _): everyTarget(target, b, rows, columns) { $0 * $1 }
  case (.divide, false): everyTarget(target, b, rows, columns) { $0 / $1 }
  case (.divide, true): everyTarget(target, b, rows, columns) { $1 / $0 }
  // In their order too: which zero or which NaN comes out must not depend on whose memory it takes.
  case (.minimum, false): everyTarget(target, b, rows, columns) { lesser($0, $1) }
  case (.minimum, true): everyTarget(target, b, rows, columns) { lesser($1, $0) }
  case (.maximum, false): everyTarget(target, b, rows, columns) { greater($0, $1) }
  case (.maximum, true): everyTarget(target, b, rows, columns) { greater($1, $0) }
  }
}

/// Replaces `target`, whose rows are contiguous, by `scale * target + factor * b`.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func scaleAndAdd<T: Entry>(
  _ target: UnsafeMutablePointer<T>, scale: T, _ b: Strided<T>, factor: T, rows: Int, columns: Int
) {
  forEachPart(
    rows, columns, nanoseconds: nanoseconds(T.self, rows * columns, each: 0.12)
  ) { rows, part in
    scaleAndAddPart(
      Target(start: target + rows.lowerBound * columns + part.lowerBound, rowStride: columns),
      scale, b.advanced(rows: rows.lowerBound, columns: part.lowerBound), factor, rows.count,
      part.count)
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func scaleAndAddPart<T: Entry>(
  _ target: Target<T>, _ scale: T, _ b: Strided<T>, _ factor: T, _ rows: Int, _ columns: Int
) {
  everyTarget(target, b, rows, columns) { scale * $0 + factor * $1 }
}

/// The lesser of two entries, or NaN if one of them is.
@inline(__always)
func lesser<T: Entry>(_ a: T, _ b: T) -> T { a < b || a != a ? a : b }

/// The greater of two entries, or NaN if one of them is.
@inline(__always)
func greater<T: Entry>(_ a: T, _ b: T) -> T { a > b || a != a ? a : b }

@inline(__always)
func everyPair<T: Entry, Result>(
  _ a: Strided<T>, _ b: Strided<T>, _ rows: Int, _ columns: Int,
  _ result: Target<Result>, _ body: (T, T) -> Result
) {
  for row in 0..<rows {
    let x = a.start + row * a.rowStride
    let y = b.start + row * b.rowStride
    let z = result.start + row * result.rowStride
    switch (a.columnStride, b.columnStride) {
    case (1, 1): for i in 0..<columns { z[i] = body(x[i], y[i]) }
    case (1, 0):
      let right = y[0]
      for i in 0..<columns { z[i] = body(x[i], right) }
    case (0, 1):
      let left = x[0]
      for i in 0..<columns { z[i] = body(left, y[i]) }
    case (-1, 0):  // the mirror image of a row
      let right = y[0]
      for i in 0..<columns { z[i] = body(x[-i], right) }
    default:
      for i in 0..<columns { z[i] = body(x[i * a.columnStride], y[i * b.columnStride]) }
    }
  }
}

@inline(__always)
func everyTarget<T: Entry>(
  _ target: Target<T>, _ b: Strided<T>, _ rows: Int, _ columns: Int, _ body: (T, T) -> T
) {
  for row in 0..<rows {
    let y = b.start + row * b.rowStride
    let z = target.start + row * target.rowStride
    switch b.columnStride {
    case 1: for i in 0..<columns { z[i] = body(z[i], y[i]) }
    case 0:
      let right = y[0]
      for i in 0..<columns { z[i] = body(z[i], right) }
    default: for i in 0..<columns { z[i] = body(z[i], y[i * b.columnStride]) }
    }
  }
}
