extension Tensor {
  /// The same entries in row-major order in another shape; one number may be -1, and is then
  /// worked out from the others. A view where the entries lie in that order already.
  public func reshaped(to newShape: [Int]) -> Tensor {
    let shape = resolved(newShape)
    let source = contiguous()
    return Tensor(contiguous: shape, offset: source.offset, elementType, source.storage)
  }

  private func resolved(_ newShape: [Int]) -> [Int] {
    var result = newShape
    if let unknown = newShape.firstIndex(of: -1) {
      result[unknown] = 1
      let others = result.product
      if others == 0 || count % others != 0 || others < 0 {
        misuse("reshaped: \(shape) has \(count) entries, no multiple of \(others) for \(newShape)")
      }
      result[unknown] = count / others
    }
    if result.checkedProduct != count {
      misuse("reshaped: \(shape) has \(count) entries, \(newShape) would have \(result.product)")
    }
    return result
  }

  /// The transpose of a matrix: [N, M] becomes [M, N]. A view, never a copy.
  public func transposed() -> Tensor {
    if rank != 2 { misuse("transposed: \(shape) has \(rank) axes, not 2") }
    let strides = isContiguous ? [1, shape[1]] : [viewStrides[1], viewStrides[0]]
    return Tensor(
      shape: [shape[1], shape[0]], strides: strides, offset: offset, elementType: elementType,
      storage: storage)
  }

  /// Axis `i` of the result is axis `axes[i]` of this tensor. A view, never a copy.
  public func transposed(permuting axes: [Int]) -> Tensor {
    if axes.sorted() != Array(shape.indices) {
      misuse("transposed: \(axes) is no permutation of the \(rank) axes of \(shape)")
    }
    return permuted(axes)
  }

  private func permuted(_ axes: [Int]) -> Tensor {
    Tensor(
      shape: axes.map { shape[$0] }, strides: axes.map { strides[$0] }, offset: offset,
      elementType: elementType, storage: storage)
  }

  /// The entries in reverse order along each of `axes`. A view, never a copy.
  public func flipped(along axes: [Int]) -> Tensor {
    var (strides, offset) = (strides, offset)
    for axis in axes {
      requireAxis(axis, "flipped")
      offset += Swift.max(shape[axis] - 1, 0) * strides[axis]
      strides[axis].negate()
    }
    return Tensor(
      shape: shape, strides: strides, offset: offset, elementType: elementType, storage: storage)
  }

  /// The same tensor with an axis of 1 entry before `axis`: [N, M] becomes [N, 1, M] at 1.
  public func expandingAxis(at axis: Int) -> Tensor {
    if axis < 0 || axis > rank { misuse("expandingAxis: \(shape) has no place \(axis)") }
    var (shape, strides) = (shape, strides)
    shape.insert(1, at: axis)
    strides.insert(0, at: axis)
    return Tensor(
      shape: shape, strides: strides, offset: offset, elementType: elementType, storage: storage)
  }

  /// The same tensor without `axis`, which must have 1 entry.
  public func squeezed(at axis: Int) -> Tensor {
    requireAxis(axis, "squeezed")
    if shape[axis] != 1 { misuse("squeezed: axis \(axis) of \(shape) has \(shape[axis]) entries") }
    var (shape, strides) = (shape, strides)
    shape.remove(at: axis)
    strides.remove(at: axis)
    return Tensor(
      shape: shape, strides: strides, offset: offset, elementType: elementType, storage: storage)
  }

  func requireAxis(_ axis: Int, _ name: String) {
    if axis < 0 || axis >= rank {
      let cure = axis < 0 && rank > 0 ? "; the last one is \(rank - 1)" : ""
      misuse("\(name): \(shape) has no axis \(axis)\(cure)")
    }
  }
}
