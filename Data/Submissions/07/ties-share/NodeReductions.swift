import Tensors

/// Sums, means and maxima: of all entries, `[]`, or along an axis, which goes, or stays with 1 entry.
extension Node {
  /// The sum of all entries.
  public func sum() -> Node {
    let x = value
    return Node(Tensor(x.sum()), sources: [self]) { [Tensor(onesLike: x) * $0] }
  }

  /// The sums along `axis`.
  public func sum(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    return Node(x.sum(along: axis, keepingAxis: keepingAxis), sources: [self]) {
      let upstream = keepingAxis ? $0 : $0.expandingAxis(at: axis)
      return [Tensor(onesLike: x) * upstream]
    }
  }

  /// The mean of all entries.
  public func mean() -> Node {
    sum() * (1 / Double(value.count))
  }

  /// The means along `axis`.
  public func mean(along axis: Int, keepingAxis: Bool = false) -> Node {
    sum(along: axis, keepingAxis: keepingAxis) * (1 / Double(value.shape[axis]))
  }

  /// The greatest of all entries. Where several are the greatest, the first in row order has the
  /// whole gradient.
  public func max() -> Node {
    reshaped(to: [value.count]).max(along: 0)
  }

  /// The greatest entries along `axis`. Where several are the greatest, the first along the axis has
  /// the whole gradient.
  public func max(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    let places = x.argmax(along: axis)
    // The axis last, and all others as one.
    let others = x.shape.indices.filter { $0 != axis }
    let back = (0..<x.rank).map { $0 == axis ? x.rank - 1 : $0 < axis ? $0 : $0 - 1 }
    return Node(x.max(along: axis, keepingAxis: keepingAxis), sources: [self]) { upstream in
      let lines = x.transposed(permuting: others + [axis]).reshaped(to: [
        places.count, x.shape[axis],
      ])
      let ties = Tensor(lines .== lines.max(along: 1, keepingAxis: true))
      let rows =
        upstream.reshaped(to: [places.count, 1]) * ties / ties.sum(along: 1, keepingAxis: true)
      let shape = (others + [axis]).map { x.shape[$0] }
      return [rows.reshaped(to: shape).transposed(permuting: back)]
    }
  }

  /// log Σ eˣ along `axis`, for entries of any size.
  public func logSumExp(along axis: Int, keepingAxis: Bool = false) -> Node {
    let greatest = value.max(along: axis, keepingAxis: true)
    let exponentials = exp(value - greatest)
    let total = exponentials.sum(along: axis, keepingAxis: true)
    let y = log(total) + greatest
    return Node(keepingAxis ? y : y.squeezed(at: axis), sources: [self]) {
      let upstream = keepingAxis ? $0 : $0.expandingAxis(at: axis)
      return [exponentials * (upstream / total)]
    }
  }
}
