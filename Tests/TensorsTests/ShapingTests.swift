import Tensors
import Testing

@Suite struct `Shapes` {
  @Test func `the ways of making a tensor agree`() {
    #expect(Tensor([1, 2, 3]).shape == [3])
    #expect(Tensor([[1, 2, 3], [4, 5, 6]]) == counting([2, 3]))
    #expect(Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]) == counting([2, 2, 2]))
    #expect(Tensor(7).shape == [] && Tensor(7).scalar == 7 && Tensor(7).count == 1)
    #expect(Tensor(zeros: [2]).scalars == [0, 0] && Tensor(ones: [2]).scalars == [1, 1])
    #expect(Tensor(repeating: 3, shape: [2, 0, 5]).count == 0)
    #expect(
      Tensor(linearlySpacedFrom: -1, through: 1, shape: [5]) == Tensor([-1, -0.5, 0, 0.5, 1]))
    #expect(Tensor(linearlySpacedFrom: 0.1, through: 0.7, shape: [2, 3])[1, 2] == 0.7)
    #expect(Tensor(linearlySpacedFrom: 4, through: 9, shape: [1]) == Tensor([4]))
    #expect(Tensor(oneHot: [2, 0], count: 3) == Tensor([[0, 0, 1], [1, 0, 0]]))
  }

  @Test func `raw bytes go out in row-major order and come in again`() {
    for x in smallShapes.flatMap({ views(of: counting($0)) }) {
      let again = x.withRawBytes {
        Tensor(shape: x.shape, bytes: $0, elementType: x.elementType)
      }
      #expect(again == x && again.scalars == x.scalars)
    }
  }

  @Test func `subscripts find the entry in every view`() {
    for x in views(of: counting([2, 3])) {
      for (i, j) in [(0, 0), (0, 2), (1, 1)] { #expect(x[i, j] == Double(3 * i + j + 1)) }
    }
    for x in views(of: counting([2, 3, 4])) { #expect(x[1, 2, 3] == 24 && x[0, 1, 2] == 7) }
    for var x in views(of: counting([2, 3, 4, 5])) {
      x[1, 2, 3, 4] += 1
      #expect(x[1, 2, 3, 4] == 121 && x[0, 1, 2, 3] == 34)
    }
  }

  @Test func `transposing permutes the axes`() {
    let permutations = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for shape in smallShapes where shape.count == 3 {
      let x = Reference(counting(shape))
      for axes in permutations {
        let result = counting(shape).transposed(permuting: axes)
        let expected = Reference(shape: axes.map { shape[$0] }) { index in
          var original = [0, 0, 0]
          for (i, axis) in axes.enumerated() { original[axis] = index[i] }
          return x.entry(original)
        }
        #expect(result.shape == expected.shape && result.scalars == expected.scalars)
      }
    }
    #expect(counting([40, 50]).transposed().transposed() == counting([40, 50]))
    #expect(copy(counting([40, 50]).transposed())[33, 21] == counting([40, 50])[21, 33])
  }

  @Test func `flipping turns the order round on the axes that are named`() {
    for x in views(of: counting([2, 3, 4])) {
      for axes in [[], [0], [1], [2], [0, 2], [2, 1, 0]] {
        let expected = Reference(shape: x.shape) { index in
          Reference(x).entry(
            index.indices.map { axes.contains($0) ? x.shape[$0] - 1 - index[$0] : index[$0] })
        }
        #expect(x.flipped(along: axes).scalars == expected.scalars)
      }
    }
    #expect(Tensor(zeros: [0, 2]).flipped(along: [0, 1]) == Tensor(zeros: [0, 2]))
  }

  @Test func `reshaping keeps the row-major order of every view`() {
    for x in views(of: counting([2, 6])) {
      for shape in [[12], [3, 4], [-1, 4], [2, -1, 3], [1, 12], [12, 1], [2, 2, 3, -1]] {
        #expect(x.reshaped(to: shape).scalars == x.scalars)
      }
      #expect(x.reshaped(to: [-1, 4]).shape == [3, 4])
    }
    #expect(Tensor(zeros: [0, 3]).reshaped(to: [3, -1]).shape == [3, 0])
    #expect(Tensor([5]).reshaped(to: []).scalar == 5)
  }

  @Test func `axes of one entry come and go`() {
    let x = counting([2, 3])
    #expect(x.expandingAxis(at: 0).shape == [1, 2, 3])
    #expect(x.expandingAxis(at: 2).shape == [2, 3, 1])
    #expect(x.transposed().expandingAxis(at: 1).scalars == x.transposed().scalars)
    #expect(x.expandingAxis(at: 1).squeezed(at: 1) == x)
  }

  @Test func `slices and rows are parts of every view`() {
    for x in views(of: counting([4, 2])) {
      #expect(x[1..<3].scalars == [3, 4, 5, 6])
      #expect(x[4..<4].shape == [0, 2])
      #expect(x.row(2).scalars == [5, 6] && x.row(2).shape == [2])
    }
    #expect(counting([3]).row(1).scalar == 2)
  }

  @Test func `what is assigned to rows broadcasts`() {
    for var x in views(of: counting([3, 2])) {
      x[1..<3] = Tensor([8, 9])
      #expect(x.scalars == [1, 2, 8, 9, 8, 9])
      x[0..<2] = Tensor(0)
      #expect(x.scalars == [0, 0, 0, 0, 8, 9])
      x[0..<3] = counting([2, 3]).transposed()
      #expect(x.scalars == [1, 4, 2, 5, 3, 6])
      x[1..<1] = Tensor(zeros: [0, 2])
      #expect(x.scalars == [1, 4, 2, 5, 3, 6])
    }
  }

  @Test func `concatenating joins along any axis`() {
    let (a, b) = (counting([2, 2]), counting([2, 1], from: 9))
    for (x, y) in zip(views(of: a), views(of: b)) {
      #expect(x.concatenated(with: y, along: 1).scalars == [1, 2, 9, 3, 4, 10])
      #expect(
        Tensor(concatenating: [x, x, x[0..<1]], along: 0).scalars == [1, 2, 3, 4, 1, 2, 3, 4, 1, 2])
    }
    let deep = counting([2, 1, 2]).concatenated(with: counting([2, 2, 2], from: 11), along: 1)
    #expect(deep.shape == [2, 3, 2])
    #expect(deep.scalars == [1, 2, 11, 12, 13, 14, 3, 4, 15, 16, 17, 18])
  }

  @Test func `a description shows rows in brackets and the ends of what is long`() {
    #expect(counting([2, 2]).description == "[[1.0, 2.0],\n [3.0, 4.0]]")
    #expect(Tensor(2).description == "2.0")
    #expect(Tensor(zeros: [0, 2]).description == "[]")
    #expect(Tensor(shape: [1], float32s: [0.1]).description == "[0.1]")
    #expect(counting([2000]).description == "[1.0, 2.0, 3.0, ..., 1998.0, 1999.0, 2000.0]")
  }
}
