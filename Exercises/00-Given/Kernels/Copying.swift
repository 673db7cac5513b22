/// Copies rows and columns from anywhere in memory to contiguous rows.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func copy<T: Entry>(
  _ source: Strided<T>, rows: Int, columns: Int, to target: UnsafeMutablePointer<T>
) {
  if source.columnStride == 1 {
    for row in 0..<rows {
      (target + row * columns).update(from: source.start + row * source.rowStride, count: columns)
    }
    return
  }
  // In squares, so that of a transpose every line of the cache is used up while it is there.
  let side = 16
  for firstRow in stride(from: 0, to: rows, by: side) {
    for firstColumn in stride(from: 0, to: columns, by: side) {
      for row in firstRow..<min(firstRow + side, rows) {
        let x = source.start + row * source.rowStride
        let z = target + row * columns
        for i in firstColumn..<min(firstColumn + side, columns) {
          z[i] = x[i * source.columnStride]
        }
      }
    }
  }
}

/// Writes the same entry `count` times.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func fill<T: Entry>(_ target: UnsafeMutablePointer<T>, count: Int, with entry: T) {
  for i in 0..<count { target[i] = entry }
}

/// Converts `count` contiguous entries, exactly.
public func convert(
  _ source: UnsafePointer<Float>, count: Int, to target: UnsafeMutablePointer<Double>
) {
  for i in 0..<count { target[i] = Double(source[i]) }
}

/// Converts `count` contiguous entries, each to the nearest number.
public func convert(
  _ source: UnsafePointer<Double>, count: Int, to target: UnsafeMutablePointer<Float>
) {
  for i in 0..<count { target[i] = Float(source[i]) }
}
