import Foundation
import Tensors
import Testing

@Suite struct `Functions of numbers, with Foundation imported beside Tensors` {
  @Test func `exp, log, sqrt and tanh take a Double`() {
    #expect(exp(1.0) == 2.718281828459045)
    #expect(log(1.0) == 0)
    #expect(sqrt(4.0) == 2)
    #expect(tanh(0.0) == 0)
    #expect(pow(2.0, 3) == 8)
    #expect(abs(-2.0) == 2)
    #expect(max(1.0, 2) == 2)
  }

  @Test func `the same names take a tensor`() {
    let x = Tensor([0, 1])
    #expect(exp(x)[0] == 1)
    #expect(abs(exp(x)[1] - exp(1)) < 1e-15)
    #expect(log(x)[1] == 0)
    #expect(sqrt(x) == x)
    #expect(max(x - 1, 0) == Tensor([0, 0]))
    #expect(1 / (1 + exp(-x)) * (1 - x * x) == Tensor([0.5, 0]))
  }
}
