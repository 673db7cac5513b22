extension Tensor {
  // One entry, by one index an axis. Setting an entry of a tensor that shares its memory copies
  // the tensor first, once.

  public subscript(i: Int) -> Double {
    get { entry(at: position([i])) }
    set { setEntry([i], newValue) }
  }

  public subscript(i: Int, j: Int) -> Double {
    get { entry(at: position([i, j])) }
    set { setEntry([i, j], newValue) }
  }

  public subscript(i: Int, j: Int, k: Int) -> Double {
    get { entry(at: position([i, j, k])) }
    set { setEntry([i, j, k], newValue) }
  }

  public subscript(i: Int, j: Int, k: Int, l: Int) -> Double {
    get { entry(at: position([i, j, k, l])) }
    set { setEntry([i, j, k, l], newValue) }
  }

  private func position(_ indices: [Int]) -> Int {
    if indices.count != rank { misuse("\(indices): \(shape) has \(rank) axes") }
    var position = offset
    for axis in indices.indices {
      let i = indices[axis]
      if i < 0 || i >= shape[axis] {
        misuse("\(indices): index \(i) is not on axis \(axis) of \(shape)")
      }
      position += i * strides[axis]
    }
    return position
  }

  private mutating func setEntry(_ indices: [Int], _ scalar: Double) {
    if !isKnownUniquelyReferenced(&storage) { self = copied() }
    setEntry(at: position(indices), scalar)
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

  /// The entry at a place in memory.
  func entry(at position: Int) -> Double {
    switch elementType {
    case .float32: Double(storage.bytes.load(fromByteOffset: position * 4, as: Float.self))
    case .float64: storage.bytes.load(fromByteOffset: position * 8, as: Double.self)
    }
  }
}
