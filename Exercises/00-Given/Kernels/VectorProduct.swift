/// Multiplies each row of `a` [rows, count], contiguous in itself, and `vector` [count].
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func multiplyVector<T: Entry>(
  _ a: Strided<T>, _ vector: UnsafePointer<T>, rows: Int, count: Int,
  into result: UnsafeMutablePointer<T>
) {
  let whole = count / T.lanes * T.lanes
  for row in stride(from: 0, to: rows, by: 4) {
    let left = min(4, rows - row)
    // Missing rows repeat the first one.
    let a0 = a.start + row * a.rowStride
    let a1 = a0 + (left > 1 ? a.rowStride : 0)
    let a2 = a0 + (left > 2 ? 2 * a.rowStride : 0)
    let a3 = a0 + (left > 3 ? 3 * a.rowStride : 0)
    let zeros = T.vector(repeating: 0)
    var (s0, s1, s2, s3) = (zeros, zeros, zeros, zeros)
    var i = 0
    while i < whole {
      let x = T.load(vector + i)
      s0 = T.multiplyAdd(s0, T.load(a0 + i), x)
      s1 = T.multiplyAdd(s1, T.load(a1 + i), x)
      s2 = T.multiplyAdd(s2, T.load(a2 + i), x)
      s3 = T.multiplyAdd(s3, T.load(a3 + i), x)
      i &+= T.lanes
    }
    var (t0, t1, t2, t3) = (T.total(s0), T.total(s1), T.total(s2), T.total(s3))
    while i < count {
      t0 = t0.plus(a0[i], times: vector[i])
      t1 = t1.plus(a1[i], times: vector[i])
      t2 = t2.plus(a2[i], times: vector[i])
      t3 = t3.plus(a3[i], times: vector[i])
      i &+= 1
    }
    result[row] = t0
    if left > 1 { result[row + 1] = t1 }
    if left > 2 { result[row + 2] = t2 }
    if left > 3 { result[row + 3] = t3 }
  }
}
