import Tensors
import Testing

@Suite struct `Reductions` {
  /// The entries along `axis` at each position of the other axes.
  static func lines(of x: Tensor, along axis: Int) -> [[Double]] {
    let reference = Reference(x)
    var others = x.shape
    others[axis] = 1
    return Reference.indices(of: others).map { index in
      (0..<x.shape[axis]).map { i in
        var index = index
        index[axis] = i
        return reference.entry(index)
      }
    }
  }

  @Test func `along any axis of any small shape they give what the definition gives`() {
    for shape in smallShapes {
      for axis in shape.indices {
        for x in views(of: counting(shape, from: -4)) {
          let lines = Self.lines(of: x, along: axis)
          #expect(x.sum(along: axis).scalars == lines.map { $0.reduce(0, +) })
          var kept = shape
          kept[axis] = 1
          #expect(x.sum(along: axis, keepingAxis: true).shape == kept)
          var dropped = shape
          dropped.remove(at: axis)
          #expect(x.sum(along: axis).shape == dropped)
          guard shape[axis] > 0 else { continue }
          let means = zip(x.mean(along: axis).scalars, lines)
          #expect(means.allSatisfy { abs($0 - $1.reduce(0, +) / Double($1.count)) < 1e-6 })
          #expect(x.max(along: axis).scalars == lines.map { $0.max() })
          #expect(x.min(along: axis, keepingAxis: true).scalars == lines.map { $0.min() })
          #expect(x.argmax(along: axis) == lines.map { $0.firstIndex(of: $0.max() ?? 0) })
        }
      }
    }
  }

  @Test func `long axes take the vectorised loops to the same result`() {
    var generator = SeededGenerator(seed: 7)
    for count in [15, 16, 17, 31, 33, 4095, 4096, 4097, 9000] {
      let x = Tensor(uniform: [3, count], in: -100..<100, using: &generator)
      for y in [x, x.transposed()] {
        let lines = Self.lines(of: y, along: y.shape[0] == 3 ? 1 : 0)
        let axis = y.shape[0] == 3 ? 1 : 0
        #expect(y.max(along: axis).scalars == lines.map { $0.max() })
        #expect(y.min(along: axis).scalars == lines.map { $0.min() })
        #expect(y.argmax(along: axis) == lines.map { $0.firstIndex(of: $0.max() ?? 0) })
        let sums = zip(y.sum(along: axis).scalars, lines)
        #expect(sums.allSatisfy { abs($0 - $1.reduce(0, +)) < 1e-8 })
      }
      #expect(abs(x.sum() - x.scalars.reduce(0, +)) < 1e-8)
      #expect(x.max() == x.scalars.max() && x.min() == x.scalars.min())
      #expect(x.mean() == x.sum() / Double(3 * count))
    }
  }

  @Test func `beside an axis without entries nothing is read and nothing written`() {
    // Once, a number a row went behind the memory of a result that has none.
    for count in [1, 31, 64] {
      let x = Tensor(zeros: [5000, count, 0])
      #expect(x.sum(along: 1).shape == [5000, 0] && x.max(along: 1).shape == [5000, 0])
      #expect(x.mean(along: 1, keepingAxis: true).shape == [5000, 1, 0])
    }
  }

  @Test func `nothing sums to zero and has no mean`() {
    #expect(Tensor(zeros: [0]).sum() == 0)
    #expect(Tensor(zeros: [0]).mean().isNaN)
    #expect(Tensor(5).sum() == 5 && Tensor(5).max() == 5)
  }

  @Test func `NaN is the greatest, the least and the first of its kind`() {
    let x = Tensor([[1, .nan, 3, .nan], [2, 9, 9, 1]])
    #expect(x.max().isNaN && x.min().isNaN)
    #expect(x.max(along: 1)[0].isNaN && x.max(along: 1)[1] == 9)
    #expect(x.argmax(along: 1) == [1, 1])
    #expect(x.argmax(along: 0) == [1, 0, 1, 0])
    var long = Tensor(zeros: [40])
    long[21] = .nan
    #expect(long.max().isNaN && long.min().isNaN)
  }

  @Test func `any number of short rows is reduced as one alone`() {
    var generator = SeededGenerator(seed: 11)
    for count in [1, 2, 3, 4, 5, 10, 31, 32, 33, 63, 64, 65] {
      for rows in [1, 3, 15, 16, 17, 40] {
        let x = Tensor(uniform: [rows, count], in: -9..<9, using: &generator)
        for y in [x, x.converted(to: .float32)] {
          let lines = Self.lines(of: y, along: 1)
          #expect(y.max(along: 1).scalars == lines.map { $0.max() })
          #expect(y.min(along: 1).scalars == lines.map { $0.min() })
          #expect(y.argmax(along: 1) == lines.map { $0.firstIndex(of: $0.max() ?? 0) })
          let sums = zip(y.sum(along: 1).scalars, lines)
          #expect(sums.allSatisfy { abs($0 - $1.reduce(0, +)) < 1e-4 })
        }
      }
    }
  }

  @Test func `of several greatest entries the first is found, infinities too`() {
    var generator = SeededGenerator(seed: 12)
    for count in [10, 64, 65, 95, 130, 1000] {
      for greatest in [0.0, 1, 5] {
        let entries = (0..<8 * count).map { _ in
          Double.random(in: 0...greatest, using: &generator)
        }
        let x = Tensor(shape: [8, count], scalars: entries.map { $0.rounded() })
        for y in [x, -x, -1 / x] {
          for z in [y, y.converted(to: .float32)] {
            let lines = Self.lines(of: z, along: 1)
            #expect(z.argmax(along: 1) == lines.map { $0.firstIndex(of: $0.max() ?? 0) })
          }
        }
      }
    }
  }

  @Test func `NaN is found wherever it is`() {
    for count in [3, 10, 31, 70, 130] {
      for position in 0..<count {
        var x = Tensor(linearlySpacedFrom: 1, through: 2, shape: [1, count])
        x[0, position] = .nan
        if position > 0 { x[0, 0] = .infinity }
        for y in [x, x.converted(to: .float32)] {
          #expect(y.max(along: 1)[0].isNaN && y.min(along: 1)[0].isNaN)
          #expect(y.argmax(along: 1) == [position])
        }
      }
    }
  }
}
