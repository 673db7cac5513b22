import Tensors

extension Node {
  public func matmul(_ other: Node) -> Node {
    Node(value.matmul(other.value), .matmul(self, other))
  }

  public func reshaped(to shape: [Int]) -> Node {
    let before = value.shape
    return Node(value.reshaped(to: shape), .one(self) { $0.reshaped(to: before) })
  }

  public func transposed(permuting axes: [Int]) -> Node {
    let back = axes.indices.sorted { axes[$0] < axes[$1] }
    return Node(
      value.transposed(permuting: axes), .one(self) { $0.transposed(permuting: back) })
  }

  public func transposed() -> Node { transposed(permuting: [1, 0]) }

  public convenience init(concatenating nodes: [Node], along axis: Int) {
    self.init(
      Tensor(concatenating: nodes.map(\.value), along: axis), .concatenate(nodes, axis))
  }

  public func rows(at indices: [Int]) -> Node {
    let x = value
    return Node(
      x.rows(at: indices),
      .one(self) {
        var gradient = Tensor(zerosLike: x)
        gradient.add($0, toRows: indices)
        return gradient
      })
  }

  public func gathered(at indices: [Int], along axis: Int) -> Node {
    let x = value
    return Node(
      x.gathered(at: indices, along: axis),
      .one(self) { upstream in
        var gradient = Tensor(zerosLike: x)
        for (i, index) in indices.enumerated() {
          let (row, column) = axis == 1 ? (i, index) : (index, i)
          gradient[row, column] += upstream[i]
        }
        return gradient
      })
  }
}
