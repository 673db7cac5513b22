import Tensors
import Testing

@Suite struct `Loops of one's own` {
  @Test func `read every view in row-major order`() {
    for x in views(of: counting([3, 4])) {
      let total = x.withEntries { entries in
        var total = 0.0
        for i in entries.indices { total += entries[i] * Double(i) }
        return total
      }
      #expect(total == zip(x.scalars, 0...).reduce(0) { $0 + $1.0 * Double($1.1) })
    }
    #expect(Tensor(zeros: [0]).withEntries { $0.count } == 0)
  }

  @Test func `change a tensor and no other, and keep its type`() {
    for x in views(of: counting([2, 3])) {
      var y = x
      y.mutateEntries { entries in
        for i in entries.indices { entries[i] += 0.5 }
      }
      #expect(y.scalars == x.scalars.map { $0 + 0.5 } && x.sum() == 21)
      #expect(y.elementType == x.elementType && y.shape == x.shape)
    }
  }

  @Test func `a change keeps the memory of a float64 tensor`() {
    var x = counting([8])
    let before = x.withRawBytes { $0.baseAddress }
    x.mutateEntries { $0[3] = 0 }
    #expect(x.withRawBytes { $0.baseAddress } == before && x[3] == 0)
  }
}

@Suite struct `Scaled additions` {
  @Test func `give what the formula gives, for every view`() {
    for x in views(of: counting([2, 3])) {
      for other in [
        counting([2, 3], from: -3), Tensor([1, 2, 3]), Tensor([[4], [5]]), Tensor(2),
      ] {
        for y in views(of: other) {
          var sum = x
          sum.add(y, times: -0.5)
          #expect(sum.scalars == (x - 0.5 * y).scalars)
          var mixed = x
          mixed.scale(by: 0.5, adding: y, times: 2)
          #expect(mixed.scalars == (0.5 * x + 2 * y).scalars)
          #expect(x.sum() == 21)
        }
      }
    }
  }

  @Test func `a tensor may be added to itself`() {
    var x = counting([3])
    x.add(x, times: 2)
    #expect(x == Tensor([3, 6, 9]))
  }

  @Test func `an optimizer's step keeps the memory`() {
    var (weights, mean) = (counting([300]), Tensor(zeros: [300]))
    let gradient = counting([300])
    let before = weights.withRawBytes { $0.baseAddress }
    let beforeMean = mean.withRawBytes { $0.baseAddress }
    mean.scale(by: 0.9, adding: gradient, times: 0.1)
    weights.add(mean / (sqrt(mean * mean) + 1e-8), times: -0.1)
    #expect(weights.withRawBytes { $0.baseAddress } == before)
    #expect(mean.withRawBytes { $0.baseAddress } == beforeMean)
  }

  @Test func `temporaries are reused, and what is still held is left alone`() {
    let x = counting([2, 3])
    let (y, z) = (1 - x, x / (x + 1))
    #expect(y.scalars == x.scalars.map { 1 - $0 })
    #expect(z.scalars == x.scalars.map { $0 / ($0 + 1) })
    #expect((-(x - 2) - (3 - x)).scalars == Array(repeating: -1, count: 6))
    #expect((Tensor([1, 2, 3]) / (x * 2)).scalars == [0.5, 0.5, 0.5, 0.125, 0.2, 0.25])
    #expect((Tensor([[1], [2]]) - exp(x - x)).scalars == [0, 0, 0, 1, 1, 1])
    #expect(x == counting([2, 3]))
  }
}
