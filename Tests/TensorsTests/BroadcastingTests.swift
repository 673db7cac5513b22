import Tensors
import Testing

typealias Operator = @Sendable (Tensor, Tensor) -> Tensor

@Suite struct `Broadcasting` {
  static let operators:
    [(name: String, tensor: Operator, number: @Sendable (Double, Double) -> Double)] = [
      ("+", { $0 + $1 }, { $0 + $1 }), ("-", { $0 - $1 }, { $0 - $1 }),
      ("*", { $0 * $1 }, { $0 * $1 }), ("/", { $0 / $1 }, { $0 / $1 }),
      ("max", { max($0, $1) }, { max($0, $1) }), ("min", { min($0, $1) }, { min($0, $1) }),
    ]

  @Test(arguments: operators.indices)
  func `all pairs of small shapes give what the definition gives`(_ index: Int) {
    let (name, tensor, number) = Self.operators[index]
    for first in smallShapes {
      for second in smallShapes {
        let (a, b) = (counting(first), counting(second, from: 5) * -1)
        guard let expected = Reference.combine(Reference(a), Reference(b), number) else { continue }
        let result = tensor(a, b)
        #expect(result.shape == expected.shape, "\(first) \(name) \(second)")
        #expect(result.scalars == expected.scalars, "\(first) \(name) \(second)")
      }
    }
  }

  @Test func `operands may lie in memory in any way`() {
    for shapes in [
      ([3, 4], [3, 4]), ([3, 4], [4]), ([3, 1], [1, 4]), ([2, 3, 4], [3, 1]),
      ([2, 1, 4], [2, 3, 4]),
    ] {
      let (a, b) = (counting(shapes.0), counting(shapes.1, from: 7))
      let expected = (a - b).scalars
      for x in views(of: a) {
        for y in views(of: b) {
          #expect((x - y).scalars == expected)
        }
      }
    }
  }

  @Test func `in-place operators give what the plain ones give`() {
    for first in smallShapes {
      for second in smallShapes where Reference.broadcast(first, second) == first {
        let (a, b) = (counting(first), counting(second, from: 3))
        for (x, y) in zip(views(of: a), views(of: b).reversed()) {
          var (sum, difference, product, quotient) = (x, x, x, x)
          sum += y
          difference -= y
          product *= y
          quotient /= y
          #expect(sum == x + y)
          #expect(difference == x - y)
          #expect(product == x * y)
          #expect(quotient == x / y)
        }
      }
    }
  }

  @Test func `numbers stand on either side`() {
    for shape in smallShapes {
      for x in views(of: counting(shape)) {
        let scalars = x.scalars
        #expect((x + 2).scalars == scalars.map { $0 + 2 })
        #expect((2 + x).scalars == scalars.map { 2 + $0 })
        #expect((x - 2).scalars == scalars.map { $0 - 2 })
        #expect((2 - x).scalars == scalars.map { 2 - $0 })
        #expect((x * 2).scalars == scalars.map { $0 * 2 })
        #expect((2 * x).scalars == scalars.map { 2 * $0 })
        #expect((x / 2).scalars == scalars.map { $0 / 2 })
        #expect((-x).scalars == scalars.map { -$0 })
        #expect(max(x, 3).scalars == scalars.map { max($0, 3) })
        #expect(min(3, x).scalars == scalars.map { min($0, 3) })
        var y = x
        y += 1
        y *= 4
        y -= 2
        y /= 2
        #expect(y == ((x + 1) * 4 - 2) / 2)
      }
    }
  }

  @Test func `long rows take the vectorised loops to the same result`() {
    let a = counting([7, 103])
    let row = counting([103], from: 9)
    let column = counting([7, 1], from: 2)
    let expected = Reference.combine(Reference(a), Reference(row)) { $0 + $1 }
    #expect((a + row).scalars == expected?.scalars)
    #expect(
      (a * column).scalars
        == Reference.combine(Reference(a), Reference(column)) { $0 * $1 }?.scalars)
    #expect(
      (column - row).scalars
        == Reference.combine(Reference(column), Reference(row)) { $0 - $1 }?.scalars)
  }

  @Test func `NaN goes through max and min from either side`() {
    let x = Tensor([.nan, 1, .nan])
    let y = Tensor([1, .nan, .nan])
    #expect(max(x, y).scalars.allSatisfy { $0.isNaN })
    #expect(min(x, y).scalars.allSatisfy { $0.isNaN })
    #expect(max(x, 0)[0].isNaN && max(x, 0)[1] == 1)
  }
}
