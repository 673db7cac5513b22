extension Tensor {
  /// The shape that `a` and `b` have together by NumPy's rule: axes are matched from the last
  /// one, and where the numbers of entries differ one of them must be 1.
  static func broadcastShape(_ a: [Int], _ b: [Int], for name: String) -> [Int] {
    if a == b { return a }
    let rank = Swift.max(a.count, b.count)
    return (0..<rank).map { axis in
      let i = axis - (rank - a.count)
      let j = axis - (rank - b.count)
      if i < 0 { return b[j] }
      if j < 0 || a[i] == b[j] || b[j] == 1 { return a[i] }
      if a[i] == 1 { return b[j] }
      misuse("\(name): \(a) and \(b): axis \(axis) does not broadcast, \(a[i]) ≠ \(b[j])")
    }
  }

  /// The strides with which this tensor is walked through as one of `shape`: 0 where an entry is
  /// repeated. The shape must be one that this tensor broadcasts to.
  func strides(broadcastTo shape: [Int]) -> [Int] {
    if self.shape == shape { return strides }
    let missing = shape.count - rank
    return shape.indices.map { axis in
      axis < missing || self.shape[axis - missing] == 1 ? 0 : strides[axis - missing]
    }
  }
}
