import Tensors
import Testing

@Suite struct `Functions of numbers, with nothing but Tensors imported` {
  @Test func `exp, log and sqrt take a Double`() {
    #expect(exp(1.0) == 2.718281828459045)
    #expect(log(3.0) == 1.0986122886681098)
    #expect(sqrt(2.0) == 1.4142135623730951)
    #expect(pow(2.0, 10) == 1024)
  }

  @Test func `the same names take a tensor`() {
    let x = Tensor([[0, 1], [2, 3]])
    #expect(sqrt(x * x) == x)
    #expect(x.matmul(x.transposed()) == Tensor([[1, 3], [3, 13]]))
    #expect(x[1..<2] == Tensor([[2, 3]]))
    #expect(x.sum(along: 0) == Tensor([2, 4]))
    #expect(x.argmax(along: 1) == [1, 1])
    #expect((x .> 1).trueCount == 2)
    #expect(x.description == "[[0.0, 1.0],\n [2.0, 3.0]]")
  }
}
