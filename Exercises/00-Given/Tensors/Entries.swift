extension Tensor {
  // Written out for each number of axes, since an array of indices would cost more than all the
  // rest.

  /// One entry of a vector [N].
  ///
  /// As with any number of indices: one for each axis, from 0. Setting an entry while another tensor
  /// shares the memory copies the tensor first, once. O(1) otherwise, and some nanoseconds: prefer
  /// operations on whole tensors.
  public subscript(i: Int) -> Double {
    get { entry(at: position(i)) }
    set {
      detach()
      setEntry(at: position(i), newValue)
    }
  }

  /// One entry of a matrix [N, M].
  public subscript(i: Int, j: Int) -> Double {
    get { entry(at: position(i, j)) }
    set {
      detach()
      setEntry(at: position(i, j), newValue)
    }
  }

  /// One entry of a tensor with three axes.
  public subscript(i: Int, j: Int, k: Int) -> Double {
    get { entry(at: position(i, j, k)) }
    set {
      detach()
      setEntry(at: position(i, j, k), newValue)
    }
  }

  /// One entry of a tensor with four axes.
  public subscript(i: Int, j: Int, k: Int, l: Int) -> Double {
    get { entry(at: position(i, j, k, l)) }
    set {
      detach()
      setEntry(at: position(i, j, k, l), newValue)
    }
  }

  private func position(_ i: Int) -> Int {
    if shape.count != 1 || isOutside(i, 0) { refuse([i]) }
    return offset + i * strides[0]
  }

  private func position(_ i: Int, _ j: Int) -> Int {
    if shape.count != 2 || isOutside(i, 0) || isOutside(j, 1) { refuse([i, j]) }
    return offset + i * strides[0] + j * strides[1]
  }

  private func position(_ i: Int, _ j: Int, _ k: Int) -> Int {
    if shape.count != 3 || isOutside(i, 0) || isOutside(j, 1) || isOutside(k, 2) {
      refuse([i, j, k])
    }
    return offset + i * strides[0] + j * strides[1] + k * strides[2]
  }

  private func position(_ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Int {
    if shape.count != 4 || isOutside(i, 0) || isOutside(j, 1) || isOutside(k, 2)
      || isOutside(l, 3)
    {
      refuse([i, j, k, l])
    }
    return offset + i * strides[0] + j * strides[1] + k * strides[2] + l * strides[3]
  }

  private func isOutside(_ i: Int, _ axis: Int) -> Bool { i < 0 || i >= shape[axis] }

  /// Says what is wrong with some indices.
  @inline(never)
  private func refuse(_ indices: [Int]) -> Never { shape.refuse(indices) }

  /// Makes sure that this tensor is the only one in its memory.
  private mutating func detach() {
    if !isKnownUniquelyReferenced(&storage) { self = copied() }
  }

  /// The entry at a place in memory.
  func entry(at position: Int) -> Double {
    switch elementType {
    case .float32: Double(storage.bytes.load(fromByteOffset: position * 4, as: Float.self))
    case .float64: storage.bytes.load(fromByteOffset: position * 8, as: Double.self)
    }
  }

  /// Sets the entry at a place in memory that no other tensor shares.
  func setEntry(at position: Int, _ scalar: Double) {
    switch elementType {
    case .float32:
      storage.bytes.storeBytes(of: Float(scalar), toByteOffset: position * 4, as: Float.self)
    case .float64:
      storage.bytes.storeBytes(of: scalar, toByteOffset: position * 8, as: Double.self)
    }
  }
}

extension [Int] {
  /// Says what is wrong with indices into this shape.
  func refuse(_ indices: [Int]) -> Never {
    if indices.count != count {
      misuse("\(indices): \(self) has \(count) axes, not \(indices.count)")
    }
    let axis = indices.indices.first { indices[$0] < 0 || indices[$0] >= self[$0] } ?? 0
    misuse("\(indices): axis \(axis) of \(self) has no entry \(indices[axis])")
  }
}
