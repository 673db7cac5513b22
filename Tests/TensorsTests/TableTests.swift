import Foundation
import Tensors
import Testing

/// The tables of `Exercises/00-Given/README.md`: each piece of code in them stands in a line of this
/// file, which runs it and says what comes out.
@Suite struct `The table of NumPy and here` {
  let x = Tensor([[1, 2, 3], [4, 5, 6]])
  let y = Tensor([[6, 5, 4], [3, 2, 1]])
  let labels = [2, 0, 1]

  @Test func `making`() {
    let list = [1.0, 2, 3, 4, 5, 6]
    let n = 4
    #expect(Tensor([[1, 2]]).shape == [1, 2])
    #expect(Tensor(zeros: [2, 3]).scalars == [0, 0, 0, 0, 0, 0])
    #expect(Tensor(ones: [2, 3]).scalars == [1, 1, 1, 1, 1, 1])
    #expect(Tensor(repeating: 7, shape: [2, 3]).scalars == [7, 7, 7, 7, 7, 7])
    #expect(Tensor(zerosLike: x) == Tensor(zeros: [2, 3]))
    #expect(Tensor(onesLike: x) == Tensor(ones: [2, 3]))
    #expect(Tensor(labels).scalars == [2, 0, 1])
    #expect(Tensor(0..<5).scalars == [0, 1, 2, 3, 4])
    #expect(Tensor(shape: [2, 3], scalars: list) == x)
    let bytes: [UInt8] = [1, 2, 3, 4, 5, 6]
    #expect(Tensor(shape: [2, 3], uint8s: bytes) == x.converted(to: .float32))
    #expect(
      Tensor(linearlySpacedFrom: -1, through: 1, shape: [5]).scalars == [-1, -0.5, 0, 0.5, 1])
    #expect(Tensor(oneHot: labels, count: 3) == Tensor([[0, 0, 1], [1, 0, 0], [0, 1, 0]]))
    var generator = SeededGenerator(seed: 7)
    #expect(Tensor(normal: [3, 4], using: &generator).shape == [3, 4])
    #expect((abs(Tensor(uniform: [3, 4], in: -1..<1, using: &generator)) .<= 1).allTrue)
    #expect((0..<n).shuffled(using: &generator).sorted() == [0, 1, 2, 3])
  }

  @Test func `arithmetic, entry by entry`() {
    #expect((x + y).scalars == [7, 7, 7, 7, 7, 7])
    #expect((x - y).scalars == [-5, -3, -1, 1, 3, 5])
    #expect((x * y).scalars == [6, 10, 12, 12, 10, 6])
    #expect((x / y)[1, 2] == 6)
    #expect((-x)[0, 1] == -2)
    #expect((1 - x)[0, 1] == -1)
    let g = Tensor([[3, 3, 3], [6, 6, 6]])
    #expect((g / labels.count).scalars == [1, 1, 1, 2, 2, 2])
    let n = 2
    #expect((g * Double(n)).scalars == [6, 6, 6, 12, 12, 12])
    #expect((g * 2 / n).scalars == g.scalars)
    var x = x
    x += y
    #expect(x.scalars == [7, 7, 7, 7, 7, 7])
    var (m, w) = (Tensor(ones: [2, 3]), Tensor(ones: [2, 3]))
    m.scale(by: 0.9, adding: g, times: 0.1)
    #expect(abs(m[1, 0] - 1.5) < 1e-12)
    let rate = 0.5
    w.add(g, times: -rate)
    #expect(w.scalars == [-0.5, -0.5, -0.5, -2, -2, -2])
  }

  @Test func `functions, entry by entry`() {
    let x = Tensor([0.5, 4])
    let (y, a, b) = (Tensor([1, 2]), 1.0, 3.0)
    #expect(exp(x)[0] == exp(0.5))
    #expect(log(x)[1] == log(4))
    #expect(sqrt(x)[1] == 2)
    #expect(abs(tanh(x)[0] - 0.46211715726) < 1e-10)
    #expect(abs(x).scalars == [0.5, 4])
    #expect(abs(sin(x)[0] - 0.4794255386) < 1e-10)
    #expect(abs(cos(x)[0] - 0.8775825619) < 1e-10)
    #expect(log2(x).scalars == [-1, 2])
    #expect(abs(log1p(x)[1] - 1.6094379124) < 1e-10)
    #expect(floor(x).scalars == [0, 4])
    #expect(sign(x).scalars == [1, 1])
    #expect(sign(Tensor([0, -2])).scalars == [0, -1])
    #expect(abs(erf(x)[0] - 0.5204998778) < 1e-10)
    #expect(pow(x, 3)[1] == 64)
    #expect(max(x, y).scalars == [1, 4])
    #expect(min(x, y).scalars == [0.5, 2])
    #expect(min(max(x, a), b).scalars == [1, 3])
    #expect(x.scalars.allSatisfy { $0.isFinite })
    #expect(!log(Tensor([0, 1])).scalars.allSatisfy { $0.isFinite })
  }

  @Test func `functions of a number`() {
    let x = 4.0
    #expect(log(exp(0.0)) == 0 && sqrt(x) == 2 && tanh(0.0) == 0 && abs(-x) == 4)
    #expect(sin(0.0) == 0 && cos(0.0) == 1 && log2(x) == 2 && log1p(0.0) == 0)
    #expect(floor(4.5) == 4 && erf(0.0) == 0)
  }

  @Test func `products and sums`() {
    let (w, d) = (Tensor([[1], [10], [100]]), Tensor([[1], [-1]]))
    #expect(x.matmul(w) == Tensor([[321], [654]]))
    #expect(x.transposed().matmul(d) == Tensor([[-3], [-3], [-3]]))
    #expect(x.matmul(Tensor([1, 10, 100])) == Tensor([321, 654]))
    #expect(Tensor([1, -1]).matmul(x) == Tensor([-3, -3, -3]))
    #expect(x.sum() == 21)
    #expect(x.mean() == 3.5)
    #expect(x.max() == 6)
    #expect(x.min() == 1)
    #expect(x.sum(along: 0).scalars == [5, 7, 9])
    #expect(x.mean(along: 1, keepingAxis: true) == Tensor([[2], [5]]))
    #expect(x.mean(along: 0).scalars == [2.5, 3.5, 4.5])
    #expect(x.max(along: 1).scalars == [3, 6])
    #expect(x.min(along: 1).scalars == [1, 4])
    #expect(x.argmax(along: 1) == [2, 2])
    let tensors = [x, y, x]
    #expect(tensors.reduce(0, +)[0, 0] == 8)
  }

  @Test func `contraction of several axes`() {
    let x = Tensor(0..<12).reshaped(to: [2, 2, 3])
    let w = Tensor(0..<24).reshaped(to: [2, 2, 2, 3])
    let result = x.tensordot(w, along: [1, 2], and: [0, 3])
    #expect(result.shape == [2, 2, 2])
    #expect(
      result[1, 0, 1]
        == (0..<2).reduce(0) { sum, i in
          sum + (0..<3).reduce(0) { $0 + x[1, i, $1] * w[i, 0, 1, $1] }
        })
  }

  @Test func `masks`() {
    let x = Tensor([-1, 0, 2])
    let (y, a, b) = (Tensor([-1, 5, 2]), Tensor([1, 2, 3]), Tensor([10, 20, 30]))
    let g = Tensor([5, 6, 7])
    let (m, k) = (x .> 0, x .== y)
    #expect((x .> 0) == (0 .< x))
    #expect((0 .< x) == Mask(shape: [3], [false, false, true]))
    #expect((x .== y) == Mask(shape: [3], [true, false, true]))
    #expect((g * (x .> 0)).scalars == [0, 0, 7])
    #expect(.!m == Mask(shape: [3], [true, true, false]))
    #expect((m .& k) == Mask(shape: [3], [false, false, true]))
    #expect((m .| k) == Mask(shape: [3], [true, false, true]))
    #expect(b.replacing(with: a, where: m).scalars == [10, 20, 3])
    #expect(m.anyTrue)
    #expect(!m.allTrue)
    #expect(m.trueCount == 1)
    #expect(Tensor(m).scalars == [0, 0, 1])
    #expect((1 - Tensor(m)).scalars == [1, 1, 0])
  }

  @Test func `assigning where a mask is true`() {
    var x = Tensor([-1, 5, 2])
    let m = x .> 1
    x.replace(with: 0, where: m)
    #expect(x.scalars == [-1, 0, 0])
  }

  @Test func `shapes`() {
    let (n, a, b) = (3, x, y)
    #expect(x.reshaped(to: [n, -1]).shape == [3, 2])
    #expect(x.transposed()[2, 1] == 6)
    let blocks = Tensor(0..<24).reshaped(to: [2, 3, 4])
    do {
      let x = blocks
      #expect(x.transposed(permuting: [2, 0, 1])[3, 1, 2] == x[1, 2, 3])
      #expect(x.flipped(along: [0])[0, 0, 0] == 12)
      #expect(x.flipped(along: [1, 2])[0, 0, 0] == 11)
      #expect(x.expandingAxis(at: 1).shape == [2, 1, 3, 4])
      #expect(x.expandingAxis(at: 1).squeezed(at: 1).shape == [2, 3, 4])
      let single = x[..<1].transposed(permuting: [1, 0, 2])
      do {
        let x = single
        #expect(x.squeezed(at: 1).shape == [3, 4])
      }
    }
    #expect(a.concatenated(with: b, along: 1)[0, 3] == 6)
    #expect(Tensor(concatenating: [a, b], along: 1).shape == [2, 6])
  }

  @Test func `parts`() {
    let (i, j) = (1, 2)
    #expect(x[i, j] == 6)
    let tall = Tensor(0..<18).reshaped(to: [6, 3])
    do {
      let x = tall
      #expect(x[2..<5] == x[2...4])
      #expect(x[2...].shape == [4, 3])
      #expect(x[..<5].shape == [5, 3])
      #expect(x.row(i).scalars == [3, 4, 5])
      #expect(x.rows(at: [3, 0]).scalars == [9, 10, 11, 0, 1, 2])
      #expect(x.transposed().row(j).scalars == [2, 5, 8, 11, 14, 17])
    }
    let vector = Tensor([7, 8])
    do {
      let x = vector
      #expect(x[i] == 8)
    }
    let wide = tall.transposed()
    do {
      let x = wide
      #expect(x.transposed()[2..<5].transposed().scalars == [6, 9, 12, 7, 10, 13, 8, 11, 14])
    }
    let p = x
    #expect(p.gathered(at: [2, 0], along: 1).scalars == [3, 4])
    #expect(x.scalars == [1, 2, 3, 4, 5, 6])
    #expect(Tensor([[9]]).scalar == 9)
  }

  @Test func `parts, by labels`() {
    var p = Tensor(zeros: [2, 3])
    let y = [2, 0]
    p.add(1, at: y, along: 1)
    #expect(p == Tensor([[0, 0, 1], [1, 0, 0]]))
    #expect(p.gathered(at: y, along: 1).scalars == [1, 1])
    let x = Tensor([[9]])
    #expect(x.scalar == 9)
  }

  @Test func `loops`() {
    var (rows, entries) = (0.0, 0.0)
    for i in 0..<x.shape[0] { rows += x.row(i).sum() }
    for e in x.scalars { entries += e }
    #expect(rows == 21 && entries == 21)
    #expect(x.scalars.map { $0 + 1 } == [2, 3, 4, 5, 6, 7])
  }

  @Test func `rows and windows`() {
    var x = Tensor(zeros: [4, 2])
    var v = Tensor([[1, 2], [3, 4]])
    x.add(v, toRows: [3, 0])
    #expect(x.scalars == [3, 4, 0, 0, 0, 0, 1, 2])
    let y = x.padded(by: [0, 1])
    #expect(x.padded(by: [0, 1], with: 7)[2, 3] == 7)
    #expect(y.cropped(by: [0, 1]) == x)
    x = Tensor(0..<20).reshaped(to: [4, 5])
    #expect(x.windows(of: [3, 3]).shape == [2, 3, 3, 3])
    #expect(Tensor(zeros: [2, 5, 7]).windows(of: [3, 2]).shape == [2, 3, 6, 3, 2])
    v = Tensor(onesLike: x.windows(of: [3, 3]))
    x.add(v, toWindowsOf: [3, 3])
    #expect(x[0, 0] == 1 && x[1, 2] == 7 + 6)
    #expect(x.windows(of: [3, 3], stride: 2).shape == [1, 2, 3, 3])
    #expect(x.windows(of: [2, 2], dilation: 3)[0, 1, 1, 1] == x[3, 4])
    let flags = [true, false, false, true, true, false]
    let m = Mask(shape: [2, 3], flags)
    #expect(!m[0, 1] && m[1, 0])
  }

  @Test func `has rows`() {
    #expect(TableRow.numPy.count > 50)
  }

  @Test(arguments: TableRow.numPy)
  func `has no code that is not run here`(_ row: TableRow) throws {
    let lines = try String(contentsOfFile: #filePath, encoding: .utf8).split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("//") }
    for code in row.code {
      #expect(lines.contains { TableRow.occurs(code, in: $0) }, "no line here has \(code)")
    }
  }
}
