import Tensors

extension Node {
  public func matmul(_ other: Node) -> Node {
    let (x, w) = (value, other.value)
    return Node(x.tensordot(w, along: [1], and: [0]), sources: [self, other]) { upstream in
      let atX = w.matmul(upstream.transposed()).transposed()
      let atW = upstream.transposed().matmul(x).transposed()
      return [atX, atW]
    }
  }

  public func reshaped(to shape: [Int]) -> Node {
    let x = value
    return Node(x.reshaped(to: shape), sources: [self]) { [$0.reshaped(to: x.shape)] }
  }

  public func transposed(permuting axes: [Int]) -> Node {
    let back = axes.indices.map { axis in axes.firstIndex(of: axis)! }
    return Node(value.transposed(permuting: axes), sources: [self]) { upstream in
      [upstream.transposed(permuting: back)]
    }
  }

  public func transposed() -> Node { transposed(permuting: [1, 0]) }

  public convenience init(concatenating nodes: [Node], along axis: Int) {
    let shapes = nodes.map { $0.value.shape }
    let whole = Tensor(concatenating: nodes.map { $0.value }, along: axis)
    self.init(whole, sources: nodes) { upstream in
      let outer = whole.shape[..<axis].reduce(1, *)
      let width = whole.count / outer
      let table = upstream.reshaped(to: [outer, width]).transposed()
      var place = 0
      return shapes.map { shape in
        let length = shape[axis...].reduce(1, *)
        defer { place += length }
        return table[place..<place + length].transposed().reshaped(to: shape)
      }
    }
  }

  public func rows(at indices: [Int]) -> Node {
    let x = value
    let choice = Tensor(oneHot: indices, count: x.shape[0]).converted(to: x.elementType)
    return Node(x.rows(at: indices), sources: [self]) { upstream in
      let flat = upstream.reshaped(to: [indices.count, -1])
      return [choice.transposed().matmul(flat).reshaped(to: x.shape)]
    }
  }

  public func gathered(at indices: [Int], along axis: Int) -> Node {
    let x = value
    return Node(x.gathered(at: indices, along: axis), sources: [self]) { upstream in
      let mask = Tensor(oneHot: indices, count: x.shape[axis])
      return [
        (axis == 1 ? mask : mask.transposed()) * upstream.expandingAxis(at: axis)
          + Tensor(zerosLike: x)
      ]
    }
  }
}
