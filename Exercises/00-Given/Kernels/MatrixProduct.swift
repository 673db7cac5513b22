/// Multiplies `a` [m, k] and `b` [k, n] into `result` [m, n], whose rows are contiguous.
///
/// Strides make every combination of transposes the same call.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func multiply<T: Entry>(
  _ a: Strided<T>, _ b: Strided<T>, m: Int, n: Int, k: Int, into result: UnsafeMutablePointer<T>
) {
  for i in 0..<m {
    let row = result + i * n
    for j in 0..<n { row[j] = 0 }
    for p in 0..<k {
      let x = a.start[i * a.rowStride + p * a.columnStride]
      let y = b.start + p * b.rowStride
      if b.columnStride == 1 {
        for j in 0..<n { row[j] = row[j].addingProduct(x, y[j]) }
      } else {
        for j in 0..<n { row[j] = row[j].addingProduct(x, y[j * b.columnStride]) }
      }
    }
  }
}
