/// Copies rows and columns from anywhere in memory to anywhere, or adds them to what is there.
///
/// Where places of the target coincide, each is added to in turn.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func scatter<T: Entry>(
  _ source: Strided<T>, rows: Int, columns: Int, to target: UnsafeMutablePointer<T>,
  rowStride: Int, columnStride: Int, adding: Bool
) {
  for row in 0..<rows {
    let x = source.start + row * source.rowStride
    let z = target + row * rowStride
    switch (adding, source.columnStride, columnStride) {
    case (true, 1, 1): for i in 0..<columns { z[i] += x[i] }
    case (false, 1, 1): for i in 0..<columns { z[i] = x[i] }
    case (true, _, _):
      for i in 0..<columns { z[i &* columnStride] += x[i &* source.columnStride] }
    case (false, _, _):
      for i in 0..<columns { z[i &* columnStride] = x[i &* source.columnStride] }
    }
  }
}
