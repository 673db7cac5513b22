internal import Kernels

extension Tensor {
  /// The sum of all entries.
  public func sum() -> Double {
    let source = contiguous()
    func run<T: Entry>(_ type: T.Type) -> Double {
      withExtendedLifetime(source.storage) { contiguousSum(source.start(type), count: count) }
    }
    return elementType == .float32 ? run(Float.self) : run(Double.self)
  }

  /// The mean of all entries; NaN if there are none.
  public func mean() -> Double { sum() / Double(count) }

  /// The greatest of all entries, or NaN if one of them is.
  public func max() -> Double { extreme(.maximum, "max") }

  /// The least of all entries, or NaN if one of them is.
  public func min() -> Double { extreme(.minimum, "min") }

  private func extreme(_ reduction: Reduction, _ name: String) -> Double {
    if count == 0 { misuse("\(name): \(shape) has no entries") }
    return reshaped(to: [count]).reduced(reduction, along: 0, keepingAxis: false).scalar
  }

  /// The sums along `axis`, which goes, or stays with 1 entry: [N, M] along 0 becomes [M] or [1, M].
  public func sum(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    requireAxis(axis, "sum")
    return reduced(.sum, along: axis, keepingAxis: keepingAxis)
  }

  /// The means along `axis`, shaped as `sum(along:keepingAxis:)`.
  public func mean(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    requireAxis(axis, "mean")
    return reduced(.sum, along: axis, keepingAxis: keepingAxis) / Double(shape[axis])
  }

  /// The greatest entries along `axis`, shaped as `sum(along:keepingAxis:)`.
  public func max(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    requireEntries(along: axis, "max")
    return reduced(.maximum, along: axis, keepingAxis: keepingAxis)
  }

  /// The least entries along `axis`, shaped as `sum(along:keepingAxis:)`.
  public func min(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    requireEntries(along: axis, "min")
    return reduced(.minimum, along: axis, keepingAxis: keepingAxis)
  }

  /// Where along `axis` the greatest entry is, the first if there are several; row-major over the
  /// other axes. Of scores [N, C] along 1: N classes.
  public func argmax(along axis: Int) -> [Int] {
    requireEntries(along: axis, "argmax")
    let source = contiguous()
    let (outer, inner) = (shape[..<axis].reduce(1, *), shape[(axis + 1)...].reduce(1, *))
    func run<T: Entry>(_ type: T.Type) -> [Int] {
      [Int](unsafeUninitializedCapacity: outer * inner) { positions, count in
        count = outer * inner
        guard count > 0, let first = positions.baseAddress else { return }
        withExtendedLifetime(source.storage) {
          locateMaxima(
            source.start(type), outer: outer, count: shape[axis], inner: inner, into: first)
        }
      }
    }
    return elementType == .float32 ? run(Float.self) : run(Double.self)
  }

  private func requireEntries(along axis: Int, _ name: String) {
    requireAxis(axis, name)
    if shape[axis] == 0 { misuse("\(name): axis \(axis) of \(shape) has no entries") }
  }

  private func reduced(_ reduction: Reduction, along axis: Int, keepingAxis: Bool) -> Tensor {
    let source = contiguous()
    let (outer, inner) = (shape[..<axis].reduce(1, *), shape[(axis + 1)...].reduce(1, *))
    var newShape = shape
    if keepingAxis { newShape[axis] = 1 } else { newShape.remove(at: axis) }
    let result = Tensor(unwritten: newShape, elementType)
    func run<T: Entry>(_ type: T.Type) {
      withExtendedLifetime((source.storage, result.storage)) {
        Kernels.reduce(
          reduction, source.start(type), outer: outer, count: shape[axis], inner: inner,
          into: result.start(type))
      }
    }
    elementType == .float32 ? run(Float.self) : run(Double.self)
    return result
  }
}

extension Sequence where Element == Tensor {
  /// The tensors combined one after another, from a number on: `gradients.reduce(0, +)`.
  ///
  /// The number is a tensor of shape [], and meets the first one as such. Disfavoured, so that a
  /// closure that returns a number is the standard library's business, as ever.
  @_disfavoredOverload
  public func reduce(
    _ initialResult: Double, _ next: (Tensor, Tensor) throws -> Tensor
  ) rethrows -> Tensor {
    try reduce(Tensor(initialResult), next)
  }
}
