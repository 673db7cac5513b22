import Tensors
import Testing

@Suite struct `A tensor is a value` {
  static let changes: [@Sendable (inout Tensor) -> Void] = [
    { $0[0, 0] = 9 }, { $0 += 1 }, { $0 -= Tensor([1, 2, 3]) }, { $0 *= 2 }, { $0 /= $0 + 1 },
    { $0[0..<1] = Tensor([7, 8, 9]) }, { $0[1..<2] += 5 }, { $0.replace(with: 0, where: $0 .> 0) },
    { $0.add(Tensor([1, 1]), at: [0, 2], along: 1) },
  ]

  @Test(arguments: changes.indices)
  func `changing a copy leaves the original alone`(_ index: Int) {
    let original = counting([2, 3])
    for view in views(of: original) {
      var copy = view
      Self.changes[index](&copy)
      #expect(copy != view)
      #expect(view.scalars == [1, 2, 3, 4, 5, 6])
    }
  }

  @Test(arguments: changes.indices)
  func `changing the original leaves its slices and transposes alone`(_ index: Int) {
    var original = counting([2, 3])
    let (slice, row, transpose) = (original[0..<1], original.row(0), original.transposed())
    let reshaped = original.reshaped(to: [6])
    Self.changes[index](&original)
    #expect(slice == Tensor([[1, 2, 3]]))
    #expect(row == Tensor([1, 2, 3]))
    #expect(transpose == Tensor([[1, 4], [2, 5], [3, 6]]))
    #expect(reshaped == counting([6]))
  }

  @Test func `changing a slice leaves the rest alone`() {
    let original = counting([4, 2])
    var slice = original[1..<3]
    slice[0, 0] = 100
    slice *= 2
    #expect(slice == Tensor([[200, 8], [10, 12]]))
    #expect(original == counting([4, 2]))
  }

  @Test func `a view that outlives its tensor can be changed`() {
    var transpose = counting([2, 3]).transposed()
    transpose[2, 0] = 0
    transpose += 1
    #expect(transpose == Tensor([[2, 5], [3, 6], [1, 7]]))
    var tail = counting([3, 2])[1..<3]
    tail[0, 1] = 0
    tail += Tensor([1, 2])
    #expect(tail == Tensor([[4, 2], [6, 8]]))
  }

  @Test(arguments: changes.indices)
  func `a view that has its memory to itself changes as a copy does`(_ index: Int) {
    let original = counting([2, 3])
    for (position, other) in views(of: original).enumerated() {
      var expected = copy(other).converted(to: other.elementType)
      Self.changes[index](&expected)
      var list = views(of: copy(original))
      var view = list.remove(at: position)
      list = []
      Self.changes[index](&view)
      #expect(view == expected)
    }
  }

  @Test func `a tensor may meet itself`() {
    var x = counting([2, 2])
    x += x
    #expect(x == Tensor([[2, 4], [6, 8]]))
    x -= x.transposed()
    #expect(x == Tensor([[0, -2], [2, 0]]))
    x[0..<1] = x[1..<2]
    #expect(x == Tensor([[2, 0], [2, 0]]))
  }

  @Test func `a change in place keeps the memory`() {
    var x = counting([8, 8])
    let before = x.withRawBytes { $0.baseAddress }
    x += 1
    x -= Tensor(ones: [8])
    x *= x.rows(at: Array(0..<8))
    x[3, 4] = 2
    x[0..<2] += 1
    #expect(x.withRawBytes { $0.baseAddress } == before)
  }

  @Test func `reshapes, slices and transposes share memory until they are changed`() {
    let x = counting([4, 4])
    let start = x.withRawBytes { $0.baseAddress }
    #expect(x.reshaped(to: [2, -1]).withRawBytes { $0.baseAddress } == start)
    #expect(x[0..<2].withRawBytes { $0.baseAddress } == start)
    #expect(x.transposed().transposed().withRawBytes { $0.baseAddress } == start)
  }

  @Test func `threads may make, share and drop tensors at once`() async {
    let shared = counting([50, 60])
    let sums = await withTaskGroup(of: Double.self) { group in
      for task in 0..<8 {
        group.addTask {
          var copy = shared
          for step in 0..<200 {
            copy += 1
            copy[step % 50, task] -= 1
            copy = copy - Tensor(ones: [60])
          }
          return copy.sum()
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == Array(repeating: shared.sum() - 200, count: 8))
    #expect(shared == counting([50, 60]))
  }
}
