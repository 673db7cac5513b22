extension Tensor {
  /// The rows at `indices` along axis 0, in that order: [N, …] becomes [indices.count, …].
  public func rows(at indices: [Int]) -> Tensor {
    if rank == 0 { misuse("rows(at:): a tensor of shape [] has no rows") }
    let source = contiguous()
    let result = Tensor(unwritten: [indices.count] + shape.dropFirst(), elementType)
    let width = shape.dropFirst().reduce(elementType.size, *)
    withExtendedLifetime((source.storage, result.storage)) {
      let start = source.storage.bytes + source.offset * elementType.size
      for (i, index) in indices.enumerated() {
        if index < 0 || index >= shape[0] {
          misuse("rows(at:): \(shape) has no row \(index)")
        }
        (result.storage.bytes + i * width).copyMemory(from: start + index * width, byteCount: width)
      }
    }
    return result
  }

  /// One entry along `axis` for each position on the other axis: of [N, C], at N labels along
  /// axis 1, the N entries `x[i, labels[i]]`.
  public func gathered(at indices: [Int], along axis: Int) -> Tensor {
    let positions = positions(at: indices, along: axis, "gathered")
    let result = Tensor(unwritten: [indices.count], .float64)
    withExtendedLifetime(result.storage) {
      let target = result.start(Double.self)
      for (i, position) in positions.enumerated() { target[i] = entry(at: position) }
    }
    return result.converted(to: elementType)
  }

  /// Adds `values` [N] to the entries that `gathered(at:along:)` takes.
  public mutating func add(_ values: Tensor, at indices: [Int], along axis: Int) {
    if values.shape != [indices.count] {
      misuse("add: \(values.shape) values at \(indices.count) indices")
    }
    makeWritable()
    let positions = positions(at: indices, along: axis, "add")
    let addends = values.scalars
    for (position, addend) in zip(positions, addends) {
      setEntry(at: position, entry(at: position) + addend)
    }
  }

  /// Adds `value` to the entries that `gathered(at:along:)` takes.
  public mutating func add(_ value: Double, at indices: [Int], along axis: Int) {
    add(Tensor(repeating: value, shape: [indices.count]), at: indices, along: axis)
  }

  private func positions(at indices: [Int], along axis: Int, _ name: String) -> [Int] {
    if rank != 2 { misuse("\(name): \(shape) has \(rank) axes, not 2") }
    if axis != 0 && axis != 1 { misuse("\(name): \(shape) has no axis \(axis)") }
    let other = 1 - axis
    if indices.count != shape[other] {
      misuse(
        "\(name): \(indices.count) indices for \(shape[other]) entries of axis \(other) of \(shape)"
      )
    }
    return indices.enumerated().map { i, index in
      if index < 0 || index >= shape[axis] {
        misuse("\(name): index \(index) is not on axis \(axis) of \(shape)")
      }
      return offset + i * strides[other] + index * strides[axis]
    }
  }
}
