/// Copies four entries.
@inline(__always)
func copySquareRow<T: SIMDScalar>(_ source: UnsafePointer<T>, _ target: UnsafeMutablePointer<T>) {
  UnsafeMutableRawPointer(target).storeBytes(
    of: UnsafeRawPointer(source).loadUnaligned(as: SIMD4<T>.self), as: SIMD4<T>.self)
}

/// Writes four rows of four entries as columns, which lie `stride` apart from row to row.
@inline(__always)
func transposeSquare<T: SIMDScalar>(
  _ x0: UnsafePointer<T>, _ x1: UnsafePointer<T>, _ x2: UnsafePointer<T>, _ x3: UnsafePointer<T>,
  _ target: UnsafeMutablePointer<T>, _ stride: Int
) {
  let a = UnsafeRawPointer(x0).loadUnaligned(as: SIMD4<T>.self)
  let b = UnsafeRawPointer(x1).loadUnaligned(as: SIMD4<T>.self)
  let c = UnsafeRawPointer(x2).loadUnaligned(as: SIMD4<T>.self)
  let d = UnsafeRawPointer(x3).loadUnaligned(as: SIMD4<T>.self)
  let (lowA, highA) = (SIMD4(a[0], b[0], a[1], b[1]), SIMD4(a[2], b[2], a[3], b[3]))
  let (lowC, highC) = (SIMD4(c[0], d[0], c[1], d[1]), SIMD4(c[2], d[2], c[3], d[3]))
  let rows = (
    SIMD4(lowA[0], lowA[1], lowC[0], lowC[1]), SIMD4(lowA[2], lowA[3], lowC[2], lowC[3]),
    SIMD4(highA[0], highA[1], highC[0], highC[1]), SIMD4(highA[2], highA[3], highC[2], highC[3])
  )
  let z = UnsafeMutableRawPointer(target)
  let distance = stride &* MemoryLayout<T>.stride
  z.storeBytes(of: rows.0, as: SIMD4<T>.self)
  (z + distance).storeBytes(of: rows.1, as: SIMD4<T>.self)
  (z + 2 * distance).storeBytes(of: rows.2, as: SIMD4<T>.self)
  (z + 3 * distance).storeBytes(of: rows.3, as: SIMD4<T>.self)
}
