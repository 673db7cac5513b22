import Tensors
import Testing

@Suite struct `Masks` {
  typealias Comparison = (
    name: String, tensor: @Sendable (Tensor, Tensor) -> Mask,
    number: @Sendable (Tensor, Double) -> Mask, plain: @Sendable (Double, Double) -> Bool
  )

  static let comparisons: [Comparison] = [
    (".<", { $0 .< $1 }, { $0 .< $1 }, { $0 < $1 }),
    (".>", { $0 .> $1 }, { $0 .> $1 }, { $0 > $1 }),
    (".<=", { $0 .<= $1 }, { $0 .<= $1 }, { $0 <= $1 }),
    (".>=", { $0 .>= $1 }, { $0 .>= $1 }, { $0 >= $1 }),
    (".==", { $0 .== $1 }, { $0 .== $1 }, { $0 == $1 }),
    (".!=", { $0 .!= $1 }, { $0 .!= $1 }, { $0 != $1 }),
  ]

  @Test(arguments: comparisons.indices)
  func `comparisons broadcast`(_ index: Int) {
    let (_, tensor, number, plain) = Self.comparisons[index]
    for first in smallShapes {
      for second in smallShapes {
        let (a, b) = (counting(first), counting(second, from: 2))
        let expected = Reference.combine(Reference(a), Reference(b)) { plain($0, $1) ? 1 : 0 }
        guard let expected else { continue }
        #expect(Tensor(tensor(a, b)).scalars == expected.scalars)
      }
    }
    for x in views(of: Tensor([[1, 2, .nan], [.infinity, 2, -1]])) {
      #expect(Tensor(number(x, 2)).scalars == x.scalars.map { plain($0, 2) ? 1 : 0 })
    }
  }

  @Test func `and, or and not work entry by entry`() {
    let x = Tensor([1, 2, 3, 4])
    #expect(((x .> 1) .& (x .< 4)) == Mask(shape: [4], [false, true, true, false]))
    #expect(((x .< 2) .| (x .> 3)) == Mask(shape: [4], [true, false, false, true]))
    #expect(.!(x .> 2) == (x .<= 2))
    #expect((x .> 2).trueCount == 2 && (x .> 2).count == 4)
    #expect((x .> 0).allTrue && !(x .> 1).allTrue && (x .> 3).anyTrue && !(x .> 4).anyTrue)
    #expect((counting([2, 2]) .> 2)[1, 0] && !(counting([2, 2]) .> 2)[0, 1])
  }

  @Test func `replacing takes numbers and what broadcasts, in every view`() {
    let y = counting([3], from: 10)
    for x in views(of: counting([2, 3])) {
      #expect(x.replacing(with: 0, where: x .> 4).scalars == [1, 2, 3, 4, 0, 0])
      #expect(x.replacing(with: y, where: x .> 3).scalars == [1, 2, 3, 10, 11, 12])
      let transposed = counting([3, 2]).transposed()
      #expect(x.replacing(with: transposed, where: .!(x .> 2)).scalars == [1, 3, 3, 4, 5, 6])
    }
  }

  @Test func `entries are gathered and added to where labels say`() {
    for x in views(of: counting([2, 3])) {
      #expect(x.gathered(at: [2, 0], along: 1).scalars == [3, 4])
      #expect(x.gathered(at: [1, 0, 1], along: 0).scalars == [4, 2, 6])
      #expect(x.rows(at: [1, 1, 0]).scalars == [4, 5, 6, 4, 5, 6, 1, 2, 3])
      #expect(x.rows(at: []).shape == [0, 3])
      var y = x
      y.add(-1, at: [2, 0], along: 1)
      #expect(y.scalars == [1, 2, 2, 3, 5, 6])
      y.add(Tensor([10, 20, 30]), at: [0, 0, 1], along: 0)
      #expect(y.scalars == [11, 22, 2, 3, 5, 36])
    }
  }
}
