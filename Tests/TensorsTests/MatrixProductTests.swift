import Tensors
import Testing

@Suite struct `The matrix product` {
  /// Whole numbers, so that every order of summation gives the same.
  static func matrix(_ rows: Int, _ columns: Int, _ factor: Int) -> Tensor {
    Tensor(
      shape: [rows, columns],
      scalars: (0..<rows * columns).map { Double(($0 * factor + 3) % 11 - 5) })
  }

  static func naive(_ a: Tensor, _ b: Tensor) -> [Double] {
    let (x, y) = (a.scalars, b.scalars)
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    return (0..<m * n).map { position in
      (0..<k).reduce(0) { $0 + x[position / n * k + $1] * y[$1 * n + position % n] }
    }
  }

  /// The product in both types, and of operands that lie in memory as they are or transposed.
  static func check(_ m: Int, _ k: Int, _ n: Int) {
    let (a, b) = (matrix(m, k, 7), matrix(k, n, 5))
    let expected = naive(a, b)
    let (c, d) = (copy(a.transposed()).transposed(), copy(b.transposed()).transposed())
    for (x, y) in [(a, b), (c, b), (a, d), (c, d)] {
      let product = x.matmul(y)
      #expect(product.shape == [m, n])
      #expect(product.scalars == expected, "[\(m), \(k)] · [\(k), \(n)]")
      let single = x.converted(to: .float32).matmul(y.converted(to: .float32))
      #expect(single.scalars == expected, "[\(m), \(k)] · [\(k), \(n)] in float32")
    }
  }

  @Test func `agrees with the definition on all small shapes and transposes`() {
    for m in 0...9 {
      for k in [0, 1, 2, 3, 5] {
        for n in [0, 1, 3, 4, 5, 8, 11, 12, 13, 23, 24, 25] { Self.check(m, k, n) }
      }
    }
  }

  @Test(arguments: [
    [1, 300, 70], [300, 70, 1], [33, 257, 49], [32, 256, 48], [200, 512, 10], [129, 300, 97],
    [1, 300, 300], [300, 300, 1], [15, 512, 7], [13, 40, 16], [64, 64, 64], [31, 513, 24],
    [5, 10, 3200], [140, 3, 3100], [70, 300, 60], [131, 520, 50],
    [300, 200, 10], [27, 300, 32], [40, 130, 150], [30, 22, 1100],
  ])
  func `agrees with the definition past the edges of blocks`(_ shape: [Int]) {
    Self.check(shape[0], shape[1], shape[2])
  }

  @Test func `takes slices, rows apart and repeated entries`() {
    let (a, b) = (Self.matrix(6, 5, 7), Self.matrix(5, 30, 3))
    for x in views(of: a) {
      for y in views(of: b) { #expect(x.matmul(y).scalars == Self.naive(a, b)) }
    }
  }

  @Test func `takes vectors as NumPy does`() {
    let (m, v, w) = (counting([2, 3]), counting([3]), counting([2]))
    #expect(m.matmul(v) == Tensor([14, 32]))
    #expect(w.matmul(m) == Tensor([9, 12, 15]))
    #expect(v.matmul(v) == Tensor(14))
  }

  @Test func `takes batches, which broadcast`() {
    let (a, b) = (counting([2, 3, 4]), counting([2, 4, 5]))
    let product = a.matmul(b)
    #expect(product.shape == [2, 3, 5])
    for i in 0..<2 { #expect(product.row(i) == a.row(i).matmul(b.row(i))) }
    let one = counting([4, 5])
    #expect(a.matmul(one).row(1) == a.row(1).matmul(one))
    #expect(one.transposed().matmul(a.transposed(permuting: [0, 2, 1])).shape == [2, 5, 3])
    let crossed = counting([2, 1, 3, 4]).matmul(counting([5, 4, 2]))
    #expect(crossed.shape == [2, 5, 3, 2])
    #expect(
      crossed.row(1).row(4)
        == counting([2, 1, 3, 4]).row(1).row(0).matmul(counting([5, 4, 2]).row(4)))
  }

  @Test func `NaN and infinity are not swallowed by padding`() {
    let a = Tensor([[.infinity, 1], [1, 1]])
    let product = a.matmul(Tensor([[1, 0], [1, 1]]))
    #expect(product[0, 0] == .infinity && product[0, 1].isNaN && product[1, 1] == 1)
  }
}
