import Tensors
import Testing

@Suite struct `Random numbers` {
  @Test func `a seed gives the same numbers everywhere`() {
    var generator = SeededGenerator(seed: 42)
    let numbers = (0..<3).map { _ in generator.next() }
    #expect(
      numbers == [1_546_998_764_402_558_742, 6_990_951_692_964_543_102, 12_544_586_762_248_559_009])
  }

  @Test func `a seed gives the same normal numbers to the bit on all processors`() {
    var generator = SeededGenerator(seed: 42)
    let x = Tensor(normal: [20_000], using: &generator)
    #expect(x.scalars.reduce(0) { $0 &* 31 &+ $1.bitPattern } == 11_676_215_946_381_819_116)
  }

  @Test func `the normal distribution has mean 0 and deviation 1`() {
    var generator = SeededGenerator(seed: 231)
    let x = Tensor(normal: [100_001], using: &generator)
    #expect(x.count == 100_001)
    #expect(abs(x.mean()) < 0.01)
    let deviation = sqrt((x * x).mean())
    #expect(abs(deviation - 1) < 0.01)
    #expect(abs((x * x * x).mean()) < 0.03)
    #expect(abs((x * x * x * x).mean() - 3) < 0.1)
    #expect(abs(Double((abs(x) .< 1).trueCount) / 100_001 - 0.6827) < 0.005)
  }

  @Test func `the uniform distribution fills its range and stays inside`() {
    var generator = SeededGenerator(seed: 5)
    let x = Tensor(uniform: [100, 1000], in: -2..<4, using: &generator)
    #expect(x.min() >= -2 && x.max() < 4)
    #expect(x.min() < -1.999 && x.max() > 3.999)
    #expect(abs(x.mean() - 1) < 0.02)
    let narrow = Tensor(uniform: [100], in: 1..<1.0.nextUp, using: &generator)
    #expect((narrow .== 1).allTrue)
  }

  @Test func `seeds give the same tensors, and different seeds different ones`() {
    var (a, b, c) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1), SeededGenerator(seed: 2))
    let x = Tensor(normal: [3, 3], using: &a)
    #expect(x == Tensor(normal: [3, 3], using: &b))
    #expect(x != Tensor(normal: [3, 3], using: &c))
    #expect(x != Tensor(normal: [3, 3], using: &a))
  }
}
