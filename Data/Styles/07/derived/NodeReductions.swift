import Tensors

extension Node {
  public func sum() -> Node {
    reshaped(to: [-1]).sum(along: 0)
  }

  public func sum(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    let sums = Node(x.sum(along: axis, keepingAxis: true), sources: [self]) {
      [$0 + Tensor(zerosLike: x)]
    }
    return keepingAxis ? sums : sums.reshaped(to: x.sum(along: axis).shape)
  }

  public func mean() -> Node {
    reshaped(to: [-1]).mean(along: 0)
  }

  public func mean(along axis: Int, keepingAxis: Bool = false) -> Node {
    sum(along: axis, keepingAxis: keepingAxis) / Double(value.shape[axis])
  }

  public func max() -> Node {
    let entries = value.scalars
    var place = 0
    for i in entries.indices where entries[i] > entries[place] { place = i }
    return reshaped(to: [-1]).rows(at: [place]).reshaped(to: [])
  }

  public func max(along axis: Int, keepingAxis: Bool = false) -> Node {
    let n = value.shape[axis]
    var others = Array(value.shape.indices)
    others.remove(at: axis)
    let greatest = transposed(permuting: others + [axis]).reshaped(to: [-1, n])
      .gathered(at: value.argmax(along: axis), along: 1)
    return greatest.reshaped(to: value.max(along: axis, keepingAxis: keepingAxis).shape)
  }

  public func logSumExp(along axis: Int, keepingAxis: Bool = false) -> Node {
    let greatest = Node(value.max(along: axis, keepingAxis: true))
    let sums = exp(self - greatest).sum(along: axis, keepingAxis: true)
    let result = log(sums) + greatest
    return keepingAxis ? result : result.reshaped(to: value.max(along: axis).shape)
  }
}
