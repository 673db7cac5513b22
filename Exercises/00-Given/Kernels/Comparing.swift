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
  for row in 0..<rows {
    let y = b.start + row * b.rowStride
    let z = target + row * columns
    let isReplaced = mask + row * columns
    if b.columnStride == 0 {
      let entry = y[0]
      for i in 0..<columns { z[i] = isReplaced[i] ? entry : z[i] }
    } else {
      for i in 0..<columns { z[i] = isReplaced[i] ? y[i * b.columnStride] : z[i] }
    }
  }
}
