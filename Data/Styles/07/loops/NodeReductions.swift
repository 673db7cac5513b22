import Tensors

/// Entry by entry, in loops.
extension Node {
  public func sum() -> Node {
    var total = 0.0
    for entry in value.scalars { total += entry }
    let x = value
    return Node(Tensor(total).converted(to: x.elementType), sources: [self]) { upstream in
      [Tensor(repeating: upstream.scalar, shape: x.shape).converted(to: x.elementType)]
    }
  }

  public func sum(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    let lines = Lines(x.shape, axis)
    let entries = x.scalars
    var sums = [Double](repeating: 0, count: lines.outer * lines.inner)
    for i in entries.indices { sums[lines.line(of: i)] += entries[i] }
    let shape = lines.shape(keepingAxis)
    let result = Tensor(shape: shape, scalars: sums).converted(to: x.elementType)
    return Node(result, sources: [self]) { upstream in
      let parts = upstream.scalars
      let spread = entries.indices.map { parts[lines.line(of: $0)] }
      return [Tensor(shape: x.shape, scalars: spread).converted(to: x.elementType)]
    }
  }

  public func mean() -> Node {
    let x = value
    let n = Double(x.count)
    return Node(Tensor(x.mean()).converted(to: x.elementType), sources: [self]) { upstream in
      [Tensor(repeating: upstream.scalar / n, shape: x.shape).converted(to: x.elementType)]
    }
  }

  public func mean(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    return Node(x.mean(along: axis, keepingAxis: keepingAxis), sources: [self]) { upstream in
      var shape = x.shape
      shape[axis] = 1
      let line = upstream.reshaped(to: shape) / x.shape[axis]
      return [line + Tensor(zerosLike: x)]
    }
  }

  public func max() -> Node {
    let x = value
    let entries = x.scalars
    var place = 0
    for i in 1..<Swift.max(1, entries.count) where entries[i] > entries[place] { place = i }
    return Node(Tensor(entries[place]).converted(to: x.elementType), sources: [self]) { upstream in
      var parts = [Double](repeating: 0, count: entries.count)
      parts[place] = upstream.scalar
      return [Tensor(shape: x.shape, scalars: parts).converted(to: x.elementType)]
    }
  }

  public func max(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    let entries = x.scalars
    let lines = Lines(x.shape, axis)
    var places = [Int](repeating: -1, count: lines.outer * lines.inner)
    for i in entries.indices {
      let line = lines.line(of: i)
      if places[line] < 0 || entries[i] > entries[places[line]] { places[line] = i }
    }
    let result = Tensor(shape: lines.shape(keepingAxis), scalars: places.map { entries[$0] })
    return Node(result.converted(to: x.elementType), sources: [self]) { upstream in
      var parts = [Double](repeating: 0, count: entries.count)
      for (place, part) in zip(places, upstream.scalars) { parts[place] += part }
      return [Tensor(shape: x.shape, scalars: parts).converted(to: x.elementType)]
    }
  }

  public func logSumExp(along axis: Int, keepingAxis: Bool = false) -> Node {
    let x = value
    let m = x.max(along: axis, keepingAxis: true)
    let total = exp(x - m).sum(along: axis, keepingAxis: true)
    let y = m + log(total)
    let softmax = exp(x - y)
    let result = keepingAxis ? y : y.squeezed(at: axis)
    return Node(result, sources: [self]) { upstream in
      [softmax * (keepingAxis ? upstream : upstream.expandingAxis(at: axis))]
    }
  }
}

/// The lines along an axis, numbered in row order.
private struct Lines {
  let sizes: [Int]
  let axis: Int
  let outer: Int
  let inner: Int

  init(_ shape: [Int], _ axis: Int) {
    (sizes, self.axis) = (shape, axis)
    outer = shape[..<axis].reduce(1, *)
    inner = shape[(axis + 1)...].reduce(1, *)
  }

  func line(of entry: Int) -> Int {
    entry / (inner * sizes[axis]) * inner + entry % inner
  }

  func shape(_ keepingAxis: Bool) -> [Int] {
    var shape = sizes
    if keepingAxis { shape[axis] = 1 } else { shape.remove(at: axis) }
    return shape
  }
}
