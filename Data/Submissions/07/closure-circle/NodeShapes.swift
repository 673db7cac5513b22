import Tensors

extension Node {
  /// The matrix product of `[N, D]` and `[D, M]`, `[N, M]`.
  public func matmul(_ other: Node) -> Node {
    let (x, w) = (value, other.value)
    return Node(x.matmul(w), sources: [self, other]) {
      [$0.matmul(w.transposed()), x.transposed().matmul($0)]
    }
  }

  /// The same entries in row order in another shape; one number may be -1, and is worked out.
  public func reshaped(to shape: [Int]) -> Node {
    let before = value.shape
    return Node(value.reshaped(to: shape), sources: [self]) { [$0.reshaped(to: before)] }
  }

  /// Axis i of the result is axis `axes[i]` of this node.
  public func transposed(permuting axes: [Int]) -> Node {
    var back = axes
    for (i, axis) in axes.enumerated() { back[axis] = i }
    return Node(value.transposed(permuting: axes), sources: [self]) {
      [$0.transposed(permuting: back)]
    }
  }

  /// The transpose of a matrix.
  public func transposed() -> Node { transposed(permuting: [1, 0]) }

  /// The nodes one after another along `axis`; their other axes are equal.
  public convenience init(concatenating nodes: [Node], along axis: Int) {
    let sizes = nodes.map { $0.value.shape[axis] }
    let values = nodes.map(\.value)
    self.init(Tensor(concatenating: values, along: axis), sources: nodes) { upstream in
      // The axis and the first in each other's place.
      var swap = Array(upstream.shape.indices)
      swap.swapAt(0, axis)
      let rows = upstream.transposed(permuting: swap)
      var start = 0
      return sizes.map { size in
        defer { start += size }
        return rows[start..<start + size].transposed(permuting: swap)
      }
    }
  }

  /// The rows at `indices` along axis 0, in that order: `[N, …]` becomes `[indices.count, …]`. A row
  /// may be asked for several times, or never.
  public func rows(at indices: [Int]) -> Node {
    let x = value
    return Node(x.rows(at: indices), sources: [self]) {
      var gradient = Tensor(zerosLike: x)
      gradient.add($0, toRows: indices)
      return [gradient]
    }
  }

  /// One entry along `axis` for each position on the other axis: of `[N, C]`, at N labels along axis
  /// 1, the N entries [i, labels[i]].
  public func gathered(at indices: [Int], along axis: Int) -> Node {
    let x = value
    return Node(x.gathered(at: indices, along: axis), sources: [self]) {
      var gradient = Tensor(zerosLike: x)
      gradient.add($0, at: indices, along: axis)
      return [gradient]
    }
  }
}
