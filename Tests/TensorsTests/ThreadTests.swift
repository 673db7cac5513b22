import Kernels
import Synchronization
import Tensors
import Testing

/// One test after another, since the number of threads counts for the whole process. (Others that
/// run meanwhile must not notice: that is the claim.)
@Suite(.serialized) struct `Threads` {
  /// Runs `body` with 1, 2, 3, 7 and 64 threads, and expects the same bits from all.
  static func expectSame(_ name: String, _ body: () -> Tensor) {
    let before = Tensor.threadCount
    defer { Tensor.threadCount = before }
    Tensor.threadCount = 1
    let expected = body()
    for threads in [2, 3, 7, 64] {
      Tensor.threadCount = threads
      #expect(body() == expected, "\(name) on \(threads) threads")
    }
  }

  static func random(_ shape: [Int], _ type: ElementType) -> Tensor {
    var generator = SeededGenerator(seed: 3)
    return Tensor(uniform: shape, in: -1..<1, using: &generator).converted(to: type)
  }

  @Test func `every entry is in one part of the work, and no part is empty`() {
    let before = Tensor.threadCount
    defer { Tensor.threadCount = before }
    Tensor.threadCount = 4
    for (rows, columns) in [(1, 1), (1, 1000), (3, 65), (7, 1), (16, 1), (100, 3)] {
      let visits = Mutex([Int](repeating: 0, count: rows * columns))
      forEachPart(rows, columns, nanoseconds: 1e9) { rows, part in
        #expect(!rows.isEmpty && !part.isEmpty)
        for row in rows {
          for column in part { visits.withLock { $0[row * columns + column] += 1 } }
        }
      }
      #expect(visits.withLock { $0.allSatisfy { $0 == 1 } }, "[\(rows), \(columns)]")
    }
  }

  @Test(arguments: [ElementType.float32, .float64])
  func `the product is the same bit for bit`(_ type: ElementType) {
    for (m, k, n) in [
      (257, 300, 131), (64, 513, 1000), (1000, 520, 10), (3, 700, 5000), (2000, 3000, 1),
      (1, 3000, 2000), (1500, 17, 129),
      // Results that have fewer tiles than there are threads.
      (50, 3072, 10), (3, 60_000, 5), (17, 20_000, 33),
    ] {
      let (a, b) = (Self.random([m, k], type), Self.random([k, n], type))
      let (c, d) = (Self.random([k, m], type), Self.random([n, k], type))
      Self.expectSame("[\(m), \(k)] · [\(k), \(n)]") { a.matmul(b) }
      Self.expectSame("with both transposed") { c.transposed().matmul(d.transposed()) }
    }
    let (x, y) = (Self.random([33, 40, 70], type), Self.random([33, 70, 50], type))
    Self.expectSame("batches") { x.matmul(y) }
    Self.expectSame("one for all") { x.matmul(y.row(0)) }
  }

  @Test(arguments: [ElementType.float32, .float64])
  func `entry by entry and along axes it is the same bit for bit`(_ type: ElementType) {
    let x = Self.random([1003, 701], type)
    let (row, column) = (Self.random([701], type), Self.random([1003, 1], type))
    Self.expectSame("exp") { exp(x) }
    Self.expectSame("temporaries") { 1 / (1 + exp(-x)) }
    Self.expectSame("a row and a column") { (x + row) * column - x }
    Self.expectSame("a transpose") { copy(x.transposed()) - 1 }
    Self.expectSame("replace") { x.replacing(with: row, where: x .<= column) }
    Self.expectSame("in place") {
      var y = x
      y.scale(by: 0.9, adding: row, times: 0.3)
      y += x
      return y
    }
    for axis in 0...1 {
      Self.expectSame("sum") { x.sum(along: axis) }
      Self.expectSame("max") { x.max(along: axis) }
      Self.expectSame("argmax") { Tensor(x.argmax(along: axis).map(Double.init)) }
    }
    Self.expectSame("sum of all") { Tensor(x.sum()) }
    Self.expectSame("extremes of all") { Tensor([x.max(), x.min()]) }
    let images = Self.random([9, 3, 60, 50], type)
    Self.expectSame("padded") { images.padded(by: [0, 0, 2, 1]) }
    Self.expectSame("windows") {
      images.windows(of: [3, 3]).transposed(permuting: [0, 1, 4, 5, 2, 3])
        .reshaped(to: [9, 27, -1])
    }
    Self.expectSame("adding to windows") {
      var sums = Tensor(zerosLike: images)
      sums.add(images.windows(of: [3, 3]), toWindowsOf: [3, 3])
      return sums
    }
    let windows = Self.random([8, 16, 18, 18], type).windows(of: [3, 3])
    let (filters, upstream) = (
      Self.random([32, 16, 3, 3], type), Self.random([8, 32, 16, 16], type)
    )
    Self.expectSame("tensordot") { filters.tensordot(windows, along: [1, 2, 3], and: [1, 4, 5]) }
    Self.expectSame("tensordot") { upstream.tensordot(windows, along: [0, 2, 3], and: [0, 2, 3]) }
  }

  @Test func `many threads may multiply at once`() async {
    let (a, b) = (Self.random([200, 300], .float32), Self.random([300, 250], .float32))
    let expected = a.matmul(b)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { a.matmul(b) == expected } }
      for await isSame in group { #expect(isSame) }
    }
  }
}
