import Tensors
import Testing

@Suite struct `Windows and padding` {
  @Test func `padding puts zeros around every view, and cropping takes them away`() {
    for x in views(of: counting([2, 3])) {
      let padded = x.padded(by: [1, 2])
      #expect(padded.shape == [4, 7] && padded.elementType == x.elementType)
      for (i, j) in [(0, 0), (1, 1), (3, 6), (1, 5)] { #expect(padded[i, j] == 0) }
      #expect(padded[1, 2] == 1 && padded[2, 4] == 6)
      #expect(padded.sum() == x.sum())
      #expect(padded.cropped(by: [1, 2]) == x)
      #expect(x.cropped(by: [0, 1]).scalars == [2, 5])
    }
    #expect(Tensor(zeros: [0, 2]).padded(by: [1, 0]) == Tensor(zeros: [2, 2]))
    #expect(
      counting([2]).padded(by: [1], with: -.infinity).scalars == [-.infinity, 1, 2, -.infinity])
  }

  @Test(
    arguments: [
      ([7], [3], 1), ([7], [3], 2), ([2, 5, 6], [3, 2], 1), ([2, 3, 6, 5], [2, 3], 2),
      ([4, 4], [4, 4], 1), ([3, 3], [1, 1], 3),
    ], [1, 2, 3])
  func `windows hold the entries from their places on`(
    _ input: (shape: [Int], size: [Int], stride: Int), _ dilation: Int
  ) {
    let (shape, size, stride) = input
    // A window may reach no farther than there are entries.
    let sides = zip(shape.suffix(size.count), size)
    guard sides.allSatisfy({ dilation * ($1 - 1) < $0 }) else { return }
    for x in views(of: counting(shape)) {
      let windows = x.windows(of: size, stride: stride, dilation: dilation)
      let (entries, leading) = (Reference(x), shape.count - size.count)
      let expected = Reference(shape: windows.shape) { index in
        let place = index[leading..<shape.count].map { $0 * stride }
        return entries.entry(
          index[..<leading] + zip(place, index[shape.count...]).map { $0 + dilation * $1 })
      }
      #expect(windows.scalars == expected.scalars)
      // Changing one entry of the windows changes that one alone.
      var changed = windows.reshaped(to: [-1])
      changed[0] = 99
      #expect(changed.sum() == windows.sum() - windows.scalars[0] + 99)
    }
  }

  @Test(arguments: [1, 2, 3], [1, 2])
  func `adding to windows is the adjoint of taking them`(_ stride: Int, _ dilation: Int) {
    // <windows(x), v> = <x, back(v)>, in numbers so small that every order of summation gives it.
    func numbers(_ shape: [Int], _ factor: Int) -> Tensor {
      let count = shape.reduce(1, *)
      return Tensor(shape: shape, scalars: (0..<count).map { Double($0 * factor % 11 - 5) })
    }
    for x in views(of: numbers([2, 3, 6, 7], 7)) {
      let windows = x.windows(of: [3, 2], stride: stride, dilation: dilation)
      let values = numbers(windows.shape, 5).converted(to: x.elementType)
      for v in views(of: values) {
        var back = Tensor(zerosLike: x)
        back.add(v, toWindowsOf: [3, 2], stride: stride, dilation: dilation)
        #expect((windows * v).sum() == (x * back).sum())
        back.add(v, toWindowsOf: [3, 2], stride: stride, dilation: dilation)
        #expect((windows * v).sum() * 2 == (x * back).sum())
      }
    }
  }

  @Test func `an entry set in a windows view leaves the others alone`() {
    var windows = counting([4]).windows(of: [2])
    windows[0, 1] = 50
    #expect(windows == Tensor([[1, 50], [2, 3], [3, 4]]))
    var again = counting([4]).windows(of: [2])
    again += 1
    #expect(again == Tensor([[2, 3], [3, 4], [4, 5]]))
  }

  @Test func `rows are added where they were taken, as often as they were`() {
    var table = Tensor(zeros: [4, 2])
    table.add(Tensor([[1, 2], [3, 4], [5, 6]]), toRows: [3, 0, 3])
    #expect(table == Tensor([[3, 4], [0, 0], [0, 0], [6, 8]]))
    for values in views(of: counting([2, 3])) {
      var target = Tensor(zeros: [2, 3])
      target.add(values, toRows: [1, 0])
      #expect(target.scalars == [4, 5, 6, 1, 2, 3])
    }
  }
}
