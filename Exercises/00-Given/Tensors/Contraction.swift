internal import Kernels

extension Tensor {
  /// Sums products over pairs of axes, as NumPy's `tensordot` does: axis `axes[i]` of this tensor
  /// goes with axis `otherAxes[i]` of the other. The result has the remaining axes of this tensor,
  /// then those of the other.
  ///
  ///     x.tensordot(y, along: [2, 3], and: [0, 2])   // [A, B, C, D] and [C, E, D]: [A, B, E]
  ///
  /// `float32` where one of the two is. Views are read where they lie: overlapping windows, whose
  /// entries written out would fill many times the memory, cost no memory but a place for each row
  /// and column of the matrices that are multiplied. (A `float64` view beside a `float32` tensor is
  /// converted first, and so written out.) O(M · N · K) as `matmul`, M, N and K the entries
  /// of the axes that remain and of those that go; on several threads where that pays, with the
  /// same result for any number of them.
  public func tensordot(_ other: Tensor, along axes: [Int], and otherAxes: [Int]) -> Tensor {
    let free = remainingAxes(beside: axes)
    let otherFree = other.remainingAxes(beside: otherAxes)
    if axes.map({ shape[$0] }) != otherAxes.map({ other.shape[$0] }) {
      misuse("tensordot: axes \(axes) of \(shape) and \(otherAxes) of \(other.shape) do not match")
    }
    let type = elementType.promoted(with: other.elementType)
    let newShape = free.map { shape[$0] } + otherFree.map { other.shape[$0] }
    if count == 0 || other.count == 0 {
      return Tensor(repeating: 0, shape: newShape, type)
    }
    let left = converted(to: type).matrix(free, axes)
    let right = other.converted(to: type).matrix(otherAxes, otherFree)
    let (m, n, k) = (left.rows.count, right.columns.count, left.columns.count)
    let result = Tensor(unwritten: newShape, type)
    func run<T: Entry>(_ type: T.Type) {
      withExtendedLifetime((left.tensor.storage, right.tensor.storage, result.storage)) {
        if let a = left.strided(type), let b = right.strided(type) {
          multiply(a, b, m: m, n: n, k: k, into: result.start(type))
        } else {
          left.withIndexed(type) { a in
            right.withIndexed(type) { b in
              contract(a, b, m: m, n: n, k: k, into: result.start(type))
            }
          }
        }
      }
    }
    type == .float32 ? run(Float.self) : run(Double.self)
    return result
  }

  private func remainingAxes(beside axes: [Int]) -> [Int] {
    for (i, axis) in axes.enumerated() {
      requireAxis(axis, "tensordot")
      if axes[..<i].contains(axis) { misuse("tensordot: \(axes) names axis \(axis) twice") }
    }
    return shape.indices.filter { !axes.contains($0) }
  }

  private func matrix(_ rows: [Int], _ columns: [Int]) -> Unfolded {
    let strides = strides
    func axis(_ axes: [Int]) -> Unfolded.Axis {
      Unfolded.Axis(counts: axes.map { shape[$0] }, strides: axes.map { strides[$0] })
    }
    return Unfolded(tensor: self, rows: axis(rows), columns: axis(columns))
  }
}

/// A tensor that is not empty, as a matrix: some of its axes are the rows, the others the columns.
private struct Unfolded {
  let tensor: Tensor
  let rows: Axis
  let columns: Axis

  /// Several axes as one, in row-major order.
  struct Axis {
    let counts: [Int]
    let strides: [Int]

    var count: Int { counts.product }

    /// The distance between neighbours; nil where they are not all equally far apart.
    var stride: Int? {
      var stride: (step: Int, end: Int)?
      for (count, step) in zip(counts, strides).reversed() where count != 1 {
        if let (_, end) = stride, step != end { return nil }
        stride = (stride?.step ?? step, step * count)
      }
      return stride?.step ?? 0
    }

    /// The place of each entry of a tensor along these axes, beside its first.
    var offsets: [Int] {
      [Int](unsafeUninitializedCapacity: count) { buffer, size in
        size = count
        buffer[0] = 0
        // From the innermost axis on, each repeats what is there, a stride further each time.
        var done = 1
        for (count, stride) in zip(counts, strides).reversed() {
          for i in 1..<count {
            for j in 0..<done { buffer[i * done + j] = buffer[j] + i * stride }
          }
          done *= count
        }
      }
    }
  }

  /// The matrix as one that lies in memory in equal steps; nil where it does not.
  func strided<T: Entry>(_ type: T.Type) -> Strided<T>? {
    guard let rowStride = rows.stride, let columnStride = columns.stride else { return nil }
    return Strided(
      start: tensor.start(type), rowStride: rowStride, columnStride: columnStride)
  }

  func withIndexed<T: Entry>(_ type: T.Type, _ body: (Indexed<T>) -> Void) {
    rows.offsets.withUnsafeBufferPointer { rows in
      columns.offsets.withUnsafeBufferPointer { columns in
        // Neither is empty, so both have an address.
        body(
          Indexed(
            start: tensor.start(type), rows: rows.baseAddress!, columns: columns.baseAddress!))
      }
    }
  }
}
