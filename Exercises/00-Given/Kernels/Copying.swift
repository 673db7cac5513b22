/// Copies rows and columns from anywhere in memory to contiguous rows.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func copy<T: Entry>(
  _ source: Strided<T>, rows: Int, columns: Int, to target: UnsafeMutablePointer<T>
) {
  for row in 0..<rows {
    let x = source.start + row * source.rowStride
    let z = target + row * columns
    if source.columnStride == 1 {
      for i in 0..<columns { z[i] = x[i] }
    } else {
      for i in 0..<columns { z[i] = x[i * source.columnStride] }
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
