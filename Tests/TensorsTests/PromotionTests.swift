import Tensors
import Testing

@Suite struct `Element types` {
  let double = Tensor([[1, 2], [3, 4.1]])
  let float = Tensor(shape: [2, 2], float32s: [1, 2, 3, 4.1])

  @Test func `what is made from nothing is float64`() {
    var generator = SeededGenerator(seed: 1)
    #expect(Tensor(zeros: [2]).elementType == .float64)
    #expect(Tensor(ones: [2]).elementType == .float64)
    #expect(Tensor(normal: [2], using: &generator).elementType == .float64)
    #expect(Tensor(oneHot: [1], count: 2).elementType == .float64)
  }

  @Test func `what is made from a tensor has its type`() {
    #expect(Tensor(zerosLike: float).elementType == .float32)
    #expect(Tensor(onesLike: double).elementType == .float64)
    for x in [double, float] {
      let made = [
        x + 1, 1 / x, -x, exp(x), log(x), sqrt(x), tanh(x), abs(x), pow(x, 2), max(x, 0), x.row(0),
        x[0..<1], x.transposed(), x.reshaped(to: [4]), x.rows(at: [1]), x.sum(along: 0),
        x.mean(along: 1), x.max(along: 0), x.gathered(at: [0, 1], along: 1), x.matmul(x),
        x.replacing(with: 0, where: x .> 2), x.concatenated(with: x, along: 0),
      ]
      #expect(made.allSatisfy { $0.elementType == x.elementType })
    }
  }

  @Test func `where two types meet, float32 wins`() {
    #expect((double + float).elementType == .float32)
    #expect((float * double).elementType == .float32)
    #expect(double.matmul(float).elementType == .float32)
    #expect(float.concatenated(with: double, along: 1).elementType == .float32)
    #expect(double.replacing(with: float, where: double .> 0).elementType == .float32)
    var x = double
    x += float
    #expect(x.elementType == .float32)
    #expect(x == float + float)
  }

  @Test func `float64 operands are rounded before they are compared`() {
    #expect((double .== float).allTrue)
    #expect((float .== 4.1)[1, 1])
    #expect(double != float)
  }

  @Test func `conversion rounds to the nearest and back is exact`() {
    #expect(double.converted(to: .float32) == float)
    #expect(float.converted(to: .float64)[1, 1] == Double(Float(4.1)))
    #expect(double.transposed().converted(to: .float32).scalars == float.transposed().scalars)
    #expect(ElementType.float32.size == 4 && ElementType.float64.size == 8)
  }

  @Test func `an entry set in a float32 tensor is rounded`() {
    var x = float
    x[0, 1] = 0.1
    #expect(x[0, 1] == Double(Float(0.1)))
    x[0..<1] = double[1..<2]
    #expect(x.elementType == .float32 && x[0, 1] == Double(Float(4.1)))
  }
}
