import Tensors
import Testing

// A student may give a name to what has none here: refused spellings must not stand in the way.

infix operator ** : MultiplicationPrecedence

private func ** (x: Tensor, n: Int) -> Tensor { pow(x, n) }
private func mean(_ xs: [Double]) -> Double { xs.reduce(0, +) / Double(xs.count) }
private func clip(_ x: Tensor, _ a: Double, _ b: Double) -> Tensor { min(max(x, a), b) }

extension Tensor {
  fileprivate func sigmoid() -> Tensor { 1 / (1 + exp(-self)) }
  fileprivate func flatten() -> Tensor { reshaped(to: [shape[0], -1]) }
  fileprivate func norm() -> Double { sqrt(pow(self, 2).sum()) }
  fileprivate func softSign() -> Tensor { tanh(self) * sign(self) / abs(self) }
}

@Suite struct `Names of a student's own` {
  @Test func `mean what the student says`() {
    let x = Tensor([[3, -4]])
    #expect((x ** 2).scalars == [9, 16])
    #expect(mean(x.scalars) == -0.5)
    #expect(clip(x, -1, 1).scalars == [1, -1])
    #expect(x.flatten().shape == [1, 2])
    #expect(x.norm() == 5)
  }

  @Test func `may call the functions of Tensors from an extension`() {
    #expect(Tensor([0]).sigmoid()[0] == 0.5)
    #expect(Tensor([1]).softSign()[0] == tanh(1.0))
  }
}
