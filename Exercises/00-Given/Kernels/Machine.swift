/// The vector instructions that the kernels were compiled for.
public var vectorInstructions: String {
  #if arch(arm64)
    "NEON"
  #elseif GRADUS_AVX512
    "AVX-512"
  #elseif GRADUS_WITHOUT_FMA
    "SSE2"
  #else
    "AVX2 and FMA"
  #endif
}

/// Multiplies and adds in registers alone, `steps` times as often as it returns: the time that it
/// takes is the least in which this core can do so, by which a matrix product can be measured.
public func multiplyAdds<T: Entry>(_: T.Type, steps: Int) -> Int {
  let sum = multiplyAddSum(T(steps) * 1e-9, steps)
  return sum == 0 ? 0 : 12 * T.lanes
}

/// Twelve sums at once, as a tile has them: more than any processor has additions under way.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func multiplyAddSum<T: Entry>(_ factor: T, _ steps: Int) -> T {
  let x = T.vector(repeating: factor)
  var (a, b, c, d, e, f) = (x, x, x, x, x, x)
  var (g, h, i, j, k, l) = (x, x, x, x, x, x)
  for _ in 0..<steps {
    a = T.multiplyAdd(a, x, x)
    b = T.multiplyAdd(b, x, x)
    c = T.multiplyAdd(c, x, x)
    d = T.multiplyAdd(d, x, x)
    e = T.multiplyAdd(e, x, x)
    f = T.multiplyAdd(f, x, x)
    g = T.multiplyAdd(g, x, x)
    h = T.multiplyAdd(h, x, x)
    i = T.multiplyAdd(i, x, x)
    j = T.multiplyAdd(j, x, x)
    k = T.multiplyAdd(k, x, x)
    l = T.multiplyAdd(l, x, x)
  }
  let left = T.sum(T.sum(T.sum(a, b), T.sum(c, d)), T.sum(e, f))
  let right = T.sum(T.sum(T.sum(g, h), T.sum(i, j)), T.sum(k, l))
  return T.total(T.sum(left, right))
}
