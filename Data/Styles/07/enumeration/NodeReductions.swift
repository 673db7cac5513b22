import Tensors

extension Node {
  private func reduced(
    _ result: Tensor, _ axis: Int, _ keepingAxis: Bool, _ way: @escaping (Tensor) -> Tensor
  ) -> Node {
    Node(result, .one(self) { way(keepingAxis ? $0 : $0.expandingAxis(at: axis)) })
  }

  public func sum() -> Node {
    let x = value
    return Node(Tensor(x.sum()), .one(self) { $0 * Tensor(onesLike: x) })
  }

  public func sum(along axis: Int, keepingAxis: Bool = false) -> Node {
    let zeros = Tensor(zerosLike: value)
    return reduced(value.sum(along: axis, keepingAxis: keepingAxis), axis, keepingAxis) {
      $0 + zeros
    }
  }

  public func mean() -> Node {
    let x = value
    return Node(Tensor(x.mean()), .one(self) { $0 * Tensor(onesLike: x) / x.count })
  }

  public func mean(along axis: Int, keepingAxis: Bool = false) -> Node {
    let zeros = Tensor(zerosLike: value)
    let n = Double(value.shape[axis])
    return reduced(value.mean(along: axis, keepingAxis: keepingAxis), axis, keepingAxis) {
      $0 / n + zeros
    }
  }

  public func max() -> Node {
    let x = value
    let place = x.reshaped(to: [x.count]).argmax(along: 0)[0]
    return Node(
      Tensor(x.max()),
      .one(self) {
        ($0 * Tensor(oneHot: [place], count: x.count)).reshaped(to: x.shape)
      })
  }

  public func max(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    let n = x.shape[axis]
    let others = x.shape.indices.filter { $0 != axis }.map { x.shape[$0] }
    // The axis comes from the end to its place.
    var back = Array(0..<x.rank - 1)
    back.insert(x.rank - 1, at: axis)
    let places = Tensor(oneHot: x.argmax(along: axis), count: n)
      .reshaped(to: others + [n]).transposed(permuting: back)
    return reduced(x.max(along: axis, keepingAxis: keepingAxis), axis, keepingAxis) {
      $0 * places
    }
  }

  public func logSumExp(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    let m = x.max(along: axis, keepingAxis: true)
    let y = log(exp(x - m).sum(along: axis, keepingAxis: true)) + m
    return reduced(keepingAxis ? y : y.squeezed(at: axis), axis, keepingAxis) {
      $0 * exp(x - y)
    }
  }
}
