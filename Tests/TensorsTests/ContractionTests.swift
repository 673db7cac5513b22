import Tensors
import Testing

@Suite struct `Sums of products over pairs of axes` {
  /// Whole numbers, so that every order of summation gives the same.
  static func numbers(_ shape: [Int], _ factor: Int) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor(shape: shape, scalars: (0..<count).map { Double(($0 * factor + 3) % 11 - 5) })
  }

  static func expectDefinition(
    _ a: Tensor, _ b: Tensor, _ axes: [Int], _ otherAxes: [Int]
  ) {
    let (x, y) = (Reference(a), Reference(b))
    let free = a.shape.indices.filter { !axes.contains($0) }
    let otherFree = b.shape.indices.filter { !otherAxes.contains($0) }
    let inner = Reference.indices(of: axes.map { a.shape[$0] })
    let expected = Reference(
      shape: free.map { a.shape[$0] } + otherFree.map { b.shape[$0] }
    ) { index in
      inner.reduce(0) { sum, common in
        var (i, j) = (a.shape, b.shape)
        for (axis, place) in zip(free + axes, index[..<free.count] + common) { i[axis] = place }
        for (axis, place) in zip(otherFree + otherAxes, index[free.count...] + common) {
          j[axis] = place
        }
        return sum + x.entry(i) * y.entry(j)
      }
    }
    let result = a.tensordot(b, along: axes, and: otherAxes)
    #expect(result.shape == expected.shape)
    #expect(result.scalars == expected.scalars, "\(a.shape) \(axes) · \(b.shape) \(otherAxes)")
  }

  @Test(arguments: [
    ([2, 3], [3, 4], [1], [0]), ([2, 3], [4, 3], [1], [1]),
    ([3, 2, 4], [4, 5, 3], [0, 2], [2, 0]),
    ([3, 2, 4], [4, 5, 3], [2, 0], [0, 2]), ([2, 3], [3, 2], [0, 1], [1, 0]),
    ([2, 3], [4], [], []), ([], [2, 3], [], []), ([5, 1, 6], [7, 1], [1], [1]),
    ([2, 0], [0, 3], [1], [0]), ([2, 3], [3, 0], [1], [0]), ([6], [6], [0], [0]),
    ([3, 7, 5, 2], [5, 3, 11], [0, 2], [1, 0]), ([4, 9, 3], [5, 3, 4, 13], [2, 0], [1, 2]),
  ])
  func `are those of the definition, however both lie in memory`(
    _ shape: [Int], _ other: [Int], _ axes: [Int], _ otherAxes: [Int]
  ) {
    for a in views(of: Self.numbers(shape, 7)) {
      for b in views(of: Self.numbers(other, 5)) { Self.expectDefinition(a, b, axes, otherAxes) }
    }
  }

  @Test(arguments: [ElementType.float32, .float64], [3, 8, 13])
  func `are those of the definition for windows, on either side`(_ type: ElementType, _ side: Int) {
    let x = Self.numbers([2, 3, side + 2, side + 2], 7).converted(to: type).windows(of: [3, 3])
    let w = Self.numbers([5, 3, 3, 3], 5).converted(to: type)
    Self.expectDefinition(w, x, [1, 2, 3], [1, 4, 5])
    Self.expectDefinition(x, w, [1, 4, 5], [1, 2, 3])
    let d = Self.numbers([2, 5, side, side], 3).converted(to: type)
    Self.expectDefinition(d, x, [0, 2, 3], [0, 2, 3])
    Self.expectDefinition(x, d, [0, 2, 3], [0, 2, 3])
  }

  /// Sums of many blocks, and more rows than one block has.
  @Test(arguments: [([700, 2], [2, 700]), ([2, 700], [700, 2]), ([150, 9], [9, 150])])
  func `are those of the matrix product past the edges of blocks`(
    _ shape: [Int], _ other: [Int]
  ) {
    let (a, b) = (Self.numbers([3] + shape, 7), Self.numbers([3] + other, 5))
    // Two axes on either side that cannot be merged, so that entries are looked up one by one.
    let result = a.tensordot(b, along: [0, 2], and: [0, 1])
    let rows = copy(a.transposed(permuting: [1, 0, 2])).reshaped(to: [shape[0], -1])
    #expect(result == rows.matmul(b.reshaped(to: [-1, other[1]])))
  }
}
