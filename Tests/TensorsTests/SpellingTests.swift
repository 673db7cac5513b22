import Tensors
import Testing

/// What student code naturally looks like, and what it means.
@Suite struct `Spellings that work` {
  let x = Tensor([[1, -2], [0, 4]])
  let float = Tensor(shape: [2, 2], float32s: [1, -2, 0, 4])

  @Test func `a tensor times a mask is 0 where the mask is false`() {
    for x in views(of: x) {
      #expect((x * (x .> 0)).scalars == [1, 0, 0, 4])
      #expect(((x .> 0) * x).scalars == [1, 0, 0, 4])
      var y = x
      y *= x .> 0
      #expect(y.scalars == [1, 0, 0, 4])
    }
    #expect((x * Mask(shape: [2], [false, true])).scalars == [0, -2, 0, 4])
    #expect((Mask(shape: [2, 1], [true, false]) * x).scalars == [1, -2, 0, 0])
    #expect((Tensor([.infinity]) * Mask(shape: [1], [false]))[0].isNaN)
    #expect((float * (float .> 0)).elementType == .float32)
  }

  @Test func `a tensor is divided by a count`() {
    let labels = [3, 1]
    #expect((x / labels.count).scalars == [0.5, -1, 0, 2])
    #expect((2 * x / (2 * x.shape[0])).scalars == [0.5, -1, 0, 2])
    var y = float
    y /= labels.count
    #expect(y == Tensor(shape: [2, 2], float32s: [0.5, -1, 0, 2]))
  }

  @Test func `numbers without a point stay Double in a formula`() {
    #expect((1 / 2 * x).scalars == [0.5, -1, 0, 2])
    #expect((x * (1 / 2)).scalars == [0.5, -1, 0, 2])
    #expect((x / (1 / 2)).scalars == [2, -4, 0, 8])
    #expect((3 / 2 + x).scalars == [2.5, -0.5, 1.5, 5.5])
    var y = x
    y -= 1 / 2
    y *= 3 / 2
    #expect(y.scalars == [0.75, -3.75, -0.75, 5.25])
  }

  @Test func `an exponent may be an Int`() {
    let two = 2
    #expect(pow(x, two).scalars == [1, 4, 0, 16])
    #expect(pow(x, 2).scalars == [1, 4, 0, 16])
    #expect(pow(0.5, two) == 0.25)
    #expect(pow(2, 0.5) == 2.0.squareRoot())
  }

  @Test func `tensors are added up by reduce`() {
    let sum = [x, x, float].reduce(0, +)
    #expect(sum == Tensor(shape: [2, 2], float32s: [3, -6, 0, 12]))
    #expect([x, x].reduce(1, *).scalars == [1, 4, 0, 16])
    #expect([Tensor]().reduce(0, +) == Tensor(0))
  }

  @Test func `reduce to a number is still the standard library's`() {
    let total = [x, x].reduce(0) { $0 + ($1 * $1).sum() }
    let count = [x, x].reduce(0) { $0 + $1.count }
    #expect(total / 2 == 21)
    #expect(count == 8 as Int)
  }

  @Test func `rows are taken by ranges of every kind`() {
    let x = counting([4, 2])
    for x in views(of: x) {
      #expect(x[1...2] == x[1..<3])
      #expect(x[2...] == x[2..<4])
      #expect(x[..<3] == x[0..<3])
      #expect(x[...2] == x[0..<3])
      #expect(x[4...].shape == [0, 2])
      var y = x
      y[3...] = Tensor([0, 0])
      y[...0] *= 2
      #expect(y.scalars == [2, 4, 3, 4, 5, 6, 0, 0])
    }
  }

  @Test func `whole numbers and parts of arrays make a vector`() {
    let labels = [3, 1, 2]
    #expect(Tensor(labels) == Tensor([3, 1, 2]))
    #expect(Tensor(labels[1...]) == Tensor([1, 2]))
    #expect(Tensor(0..<3) == Tensor([0, 1, 2]))
    #expect(Tensor([0.5, 1, 2][..<2]) == Tensor([0.5, 1]))
  }

  @Test func `indices may be a part of an array or a range`() {
    let order = [2, 0, 1][1...]
    var x = counting([3, 2])
    #expect(x.rows(at: order) == x.rows(at: [0, 1]))
    #expect(x.rows(at: 1..<3) == x[1...])
    #expect(x.gathered(at: order, along: 0) == Tensor([1, 4]))
    #expect(Tensor(oneHot: order, count: 2) == Tensor([[1, 0], [0, 1]]))
    x.add(1, at: order, along: 0)
    x.add(Tensor([1, 1]), at: order, along: 0)
    x.add(Tensor([[10, 10], [10, 10]]), toRows: 1..<3)
    #expect(x.scalars == [3, 2, 13, 16, 15, 16])
  }

  @Test func `a number may stand on the left of a comparison`() {
    #expect((0 .< x) == (x .> 0))
    #expect((0 .<= x) == (x .>= 0))
    #expect((0 .> x) == (x .< 0))
    #expect((0 .>= x) == (x .<= 0))
    #expect((0 .== x) == (x .== 0))
    #expect((0 .!= x) == (x .!= 0))
    #expect((4.1 .== Tensor(shape: [1], float32s: [4.1]))[0])
  }

  @Test func `functions that formulas want now and then`() {
    let x = Tensor([0.5, -1.5, 2])
    #expect(floor(x).scalars == [0, -2, 2])
    #expect(sign(Tensor([3, -0.1, 0])).scalars == [1, -1, 0])
    #expect(sign(Tensor([.nan]))[0].isNaN)
    #expect(log2(Tensor([8, 0.5])).scalars == [3, -1])
    #expect(log1p(x).scalars[0] == log1p(0.5))
    #expect(sin(x)[2] == sin(2.0) && cos(x)[2] == cos(2.0) && erf(x)[2] == erf(2.0))
    #expect(floor(float.transposed()).scalars == [1, 0, -2, 4])
    #expect(floor(float).elementType == .float32)
    #expect(floor(1.5) == 1 && log2(8.0) == 3)
  }
}
