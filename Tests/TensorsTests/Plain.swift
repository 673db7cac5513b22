import Tensors

/// The tensor that is obviously right: its entries in a list, found by loops over indices and by
/// nothing else. Entries of `float32` are rounded whenever they are made.
struct Plain {
  let shape: [Int]
  let type: ElementType
  private(set) var entries: [Double] = []

  init(_ shape: [Int], _ type: ElementType, _ entry: ([Int]) -> Double) {
    self.shape = shape
    self.type = type
    Plain.forEachIndex(of: shape) { entries.append(Plain.rounded(entry($0), to: type)) }
  }

  /// Entries in row-major order.
  init(_ shape: [Int], _ type: ElementType, _ entries: [Double]) {
    var next = entries.makeIterator()
    self.init(shape, type) { _ in next.next() ?? .nan }
  }

  subscript(index: [Int]) -> Double {
    get { entries[position(of: index)] }
    set { entries[position(of: index)] = Plain.rounded(newValue, to: type) }
  }

  private func position(of index: [Int]) -> Int {
    var position = 0
    for axis in shape.indices { position = position * shape[axis] + index[axis] }
    return position
  }

  static func rounded(_ entry: Double, to type: ElementType) -> Double {
    type == .float32 ? Double(Float(entry)) : entry
  }

  /// Calls `body` with all indices into a shape, in row-major order.
  static func forEachIndex(of shape: [Int], _ body: ([Int]) -> Void) {
    if shape.contains(0) { return }
    var index = shape.map { _ in 0 }
    while true {
      body(index)
      var axis = shape.count - 1
      while axis >= 0 {
        index[axis] += 1
        if index[axis] < shape[axis] { break }
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }

  func converted(to type: ElementType) -> Plain { Plain(shape, type) { self[$0] } }

  func map(_ body: (Double) -> Double) -> Plain { Plain(shape, type) { body(self[$0]) } }

  /// The entry that stands at `index` of a larger shape when this one is broadcast to it.
  func repeated(at index: [Int]) -> Double {
    let missing = index.count - shape.count
    return self[shape.indices.map { shape[$0] == 1 ? 0 : index[$0 + missing] }]
  }

  /// Both operands entry by entry, in the type and the shape that they have together.
  func combined(with other: Plain, _ body: (Double, Double) -> Double) -> Plain {
    let type = promoted(with: other)
    let (a, b) = (converted(to: type), other.converted(to: type))
    return Plain(Plain.broadcast(shape, other.shape), type) {
      body(a.repeated(at: $0), b.repeated(at: $0))
    }
  }

  func promoted(with other: Plain) -> ElementType {
    type == .float32 || other.type == .float32 ? .float32 : .float64
  }

  static func broadcast(_ a: [Int], _ b: [Int]) -> [Int] {
    let rank = max(a.count, b.count)
    return (0..<rank).map { axis in
      let (i, j) = (axis - rank + a.count, axis - rank + b.count)
      let (m, n) = (i < 0 ? 1 : a[i], j < 0 ? 1 : b[j])
      return m == 1 ? n : m
    }
  }

  /// What `body` makes of the entries along an axis, for each index on the others.
  func reduced(along axis: Int, _ body: ([Double]) -> Double) -> Plain {
    var rest = shape
    rest.remove(at: axis)
    return Plain(rest, type) { index in
      body((0..<shape[axis]).map { i in self[index[..<axis] + [i] + index[axis...]] })
    }
  }

  func permuted(_ axes: [Int]) -> Plain {
    Plain(axes.map { shape[$0] }, type) { index in
      var place = index
      for (i, axis) in axes.enumerated() { place[axis] = index[i] }
      return self[place]
    }
  }

  /// The same entries, in the same order, in another shape.
  func reshaped(_ newShape: [Int]) -> Plain { Plain(newShape, type, entries) }
}
