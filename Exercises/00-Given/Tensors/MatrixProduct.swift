internal import Kernels

extension Tensor {
  /// The matrix product: [M, K] · [K, N] is [M, N].
  ///
  /// As in NumPy, a vector [K] counts as a row on the left and as a column on the right, and goes
  /// from the result's shape; leading axes are batches of matrices, and broadcast.
  /// `float32` where one of the two is. Transposed views cost nothing extra. O(M · N · K), on several
  /// threads where that pays, with the same result for any number of them; see `threadCount`.
  public func matmul(_ other: Tensor) -> Tensor {
    if rank == 0 || other.rank == 0 {
      misuse("matmul: \(shape) · \(other.shape): a single number has no axis to multiply along")
    }
    let type = elementType.promoted(with: other.elementType)
    let a = rank == 1 ? expandingAxis(at: 0) : self
    let b = other.rank == 1 ? other.expandingAxis(at: 1) : other
    let (m, k, n) = (a.shape[a.rank - 2], a.shape[a.rank - 1], b.shape[b.rank - 1])
    if k != b.shape[b.rank - 2] {
      misuse(
        "matmul: \(shape) · \(other.shape): inner axes must match, \(k) ≠ \(b.shape[b.rank - 2])")
    }
    let batches =
      a.rank == 2 && b.rank == 2
      ? []
      : Tensor.broadcastShape(
        Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)), for: "matmul")
    var shape = batches
    if rank > 1 { shape.append(m) }
    if other.rank > 1 { shape.append(n) }
    let result = Tensor(unwritten: shape, type)
    func run<T: Entry>(_ type: T.Type, _ a: Tensor, _ b: Tensor) {
      withExtendedLifetime((a.storage, b.storage, result.storage)) {
        let target = result.start(type)
        if batches.isEmpty {
          multiply(
            a.matrix(type, at: 0), b.matrix(type, at: 0), m: m, n: n, k: k, into: target)
        } else if b.rank == 2 && a.isContiguous {
          // One matrix for all: the batch is a matrix itself.
          let left = Strided(start: UnsafePointer(a.start(type)), rowStride: k, columnStride: 1)
          multiply(
            left, b.matrix(type, at: 0), m: batches.product * m, n: n, k: k, into: target)
        } else {
          multiplyBatches(type, a, b, batches, (m, n, k), into: target)
        }
      }
    }
    let (x, y) = (a.converted(to: type), b.converted(to: type))
    type == .float32 ? run(Float.self, x, y) : run(Double.self, x, y)
    return result
  }

  private func multiplyBatches<T: Entry>(
    _ type: T.Type, _ a: Tensor, _ b: Tensor, _ batches: [Int], _ size: (m: Int, n: Int, k: Int),
    into target: UnsafeMutablePointer<T>
  ) {
    // Two axes of 1 entry, so that each plane of the walk is one product.
    let walk = Walk(
      batches + [1, 1], a.strides(broadcastTo: batches + [size.m, size.k]),
      b.strides(broadcastTo: batches + [size.k, size.n]), merging: false)
    var offsets: [(Int, Int)] = []
    walk.forEachPlane { offsets.append($0.offsets) }
    let threads = threads(forProducts: offsets.count, size.m, size.n, size.k, type)
    let pieces = pieces(forThreads: threads)
    forEachPiece(pieces, threads: threads) { index in
      for i in piece(index, of: pieces, count: offsets.count, unit: 1) {
        multiply(
          a.matrix(type, at: offsets[i].0), b.matrix(type, at: offsets[i].1), m: size.m, n: size.n,
          k: size.k, into: target + i * size.m * size.n)
      }
    }
  }

  /// The last two axes as rows and columns, from `position` on.
  private func matrix<T: Entry>(_ type: T.Type, at position: Int) -> Strided<T> {
    Strided(
      start: start(type) + position,
      rowStride: isContiguous ? shape[rank - 1] : viewStrides[rank - 2],
      columnStride: isContiguous ? 1 : viewStrides[rank - 1])
  }
}
