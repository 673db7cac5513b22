/// What is asked of two entries.
public enum Comparison: Sendable {
  case less, lessOrEqual, greater, greaterOrEqual, equal, unequal
}

/// Compares `a` and `b` entry by entry; as `combine`, with truth values for a result.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func compare<T: Entry>(
  _ comparison: Comparison, _ a: Strided<T>, _ b: Strided<T>, rows: Int, columns: Int,
  into result: UnsafeMutablePointer<Bool>
) {
  forEachPart(
    rows, columns, nanoseconds: nanoseconds(T.self, rows * columns, each: 0.12)
  ) { rows, part in
    comparePart(
      comparison, a.advanced(rows: rows.lowerBound, columns: part.lowerBound),
      b.advanced(rows: rows.lowerBound, columns: part.lowerBound), rows.count, part.count,
      Target(start: result + rows.lowerBound * columns + part.lowerBound, rowStride: columns))
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func comparePart<T: Entry>(
  _ comparison: Comparison, _ a: Strided<T>, _ b: Strided<T>, _ rows: Int, _ columns: Int,
  _ result: Target<Bool>
) {
  switch comparison {
  case .less: everyPair(a, b, rows, columns, result) { $0 < $1 }
  case .lessOrEqual: everyPair(a, b, rows, columns, result) { $0 <= $1 }
  case .greater: everyPair(b, a, rows, columns, result) { $0 < $1 }
  case .greaterOrEqual: everyPair(b, a, rows, columns, result) { $0 <= $1 }
  case .equal: everyPair(a, b, rows, columns, result) { $0 == $1 }
  case .unequal: everyPair(a, b, rows, columns, result) { $0 != $1 }
  }
}

/// Overwrites the entries of `target` by those of `b` where `mask` is true.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func replace<T: Entry>(
  _ target: UnsafeMutablePointer<T>, with b: Strided<T>, where mask: UnsafePointer<Bool>,
  rows: Int, columns: Int
) {
  forEachPart(
    rows, columns, nanoseconds: nanoseconds(T.self, rows * columns, each: 0.15)
  ) { rows, part in
    let offset = rows.lowerBound * columns + part.lowerBound
    replacePart(
      Target(start: target + offset, rowStride: columns),
      b.advanced(rows: rows.lowerBound, columns: part.lowerBound), mask + offset, rows.count,
      part.count)
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func replacePart<T: Entry>(
  _ target: Target<T>, _ b: Strided<T>, _ mask: UnsafePointer<Bool>, _ rows: Int, _ columns: Int
) {
  for row in 0..<rows {
    let y = b.start + row * b.rowStride
    let z = target.start + row * target.rowStride
    // As numbers: truth values become branches, which take five times as long as vectors.
    let flags = UnsafeRawPointer(mask + row * target.rowStride)
    func isReplaced(_ i: Int) -> Bool { flags.load(fromByteOffset: i, as: UInt8.self) != 0 }
    if b.columnStride == 0 {
      let entry = y[0]
      for i in 0..<columns { z[i] = isReplaced(i) ? entry : z[i] }
    } else if b.columnStride == 1 {
      for i in 0..<columns { z[i] = isReplaced(i) ? y[i] : z[i] }
    } else {
      for i in 0..<columns { z[i] = isReplaced(i) ? y[i * b.columnStride] : z[i] }
    }
  }
}
