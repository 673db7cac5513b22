extension Tensor {
  // Written out for each number of axes, since an array of indices would cost more than all the
  // rest.

  /// One entry of a vector [N].
  ///
  /// As with any number of indices: one for each axis, from 0. Setting an entry while another tensor
  /// shares the memory copies the tensor first, once. O(1) otherwise, and some nanoseconds: prefer
  /// operations on whole tensors.
  @inlinable
  public subscript(i: Int) -> Double {
    get { entry(at: position(i)) }
    set {
      detach()
      setEntry(at: position(i), newValue)
    }
  }

  /// One entry of a matrix [N, M].
  @inlinable
  public subscript(i: Int, j: Int) -> Double {
    get { entry(at: position(i, j)) }
    set {
      detach()
      setEntry(at: position(i, j), newValue)
    }
  }

  /// One entry of a tensor with three axes.
  @inlinable
  public subscript(i: Int, j: Int, k: Int) -> Double {
    get { entry(at: position(i, j, k)) }
    set {
      detach()
      setEntry(at: position(i, j, k), newValue)
    }
  }

  /// One entry of a tensor with four axes.
  @inlinable
  public subscript(i: Int, j: Int, k: Int, l: Int) -> Double {
    get { entry(at: position(i, j, k, l)) }
    set {
      detach()
      setEntry(at: position(i, j, k, l), newValue)
    }
  }

  // Indices that are inside make no position that overflows, hence the unchecked arithmetic.

  @inlinable
  func position(_ i: Int) -> Int {
    if shape.count != 1 || isOutside(i, 0) { refuse([i]) }
    let strides = viewStrides
    if strides.isEmpty { return offset &+ i }
    return offset &+ i &* strides[0]
  }

  @inlinable
  func position(_ i: Int, _ j: Int) -> Int {
    if shape.count != 2 || isOutside(i, 0) || isOutside(j, 1) { refuse([i, j]) }
    let strides = viewStrides
    if strides.isEmpty { return offset &+ i &* shape[1] &+ j }
    return offset &+ i &* strides[0] &+ j &* strides[1]
  }

  @inlinable
  func position(_ i: Int, _ j: Int, _ k: Int) -> Int {
    if shape.count != 3 || isOutside(i, 0) || isOutside(j, 1) || isOutside(k, 2) {
      refuse([i, j, k])
    }
    let strides = viewStrides
    if strides.isEmpty { return offset &+ (i &* shape[1] &+ j) &* shape[2] &+ k }
    return offset &+ i &* strides[0] &+ j &* strides[1] &+ k &* strides[2]
  }

  @inlinable
  func position(_ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Int {
    if shape.count != 4 || isOutside(i, 0) || isOutside(j, 1) || isOutside(k, 2)
      || isOutside(l, 3)
    {
      refuse([i, j, k, l])
    }
    let strides = viewStrides
    if strides.isEmpty { return offset &+ ((i &* shape[1] &+ j) &* shape[2] &+ k) &* shape[3] &+ l }
    return offset &+ i &* strides[0] &+ j &* strides[1] &+ k &* strides[2] &+ l &* strides[3]
  }

  @inlinable
  func isOutside(_ i: Int, _ axis: Int) -> Bool { i < 0 || i >= shape[axis] }

  /// Says what is wrong with some indices.
  @inline(never) @usableFromInline
  func refuse(_ indices: [Int]) -> Never { shape.refuse(indices) }

  /// Makes sure that this tensor is the only one in its memory, and has a place there for each
  /// entry: the windows of another overlap.
  @inlinable
  mutating func detach() {
    if !viewStrides.isEmpty || !isKnownUniquelyReferenced(&storage) { makeCopy() }
  }

  @inline(never) @usableFromInline
  mutating func makeCopy() { self = copied() }

  /// The entry at a place in memory.
  @inlinable
  func entry(at position: Int) -> Double {
    switch elementType {
    case .float32: Double(storage.bytes.load(fromByteOffset: position &* 4, as: Float.self))
    case .float64: storage.bytes.load(fromByteOffset: position &* 8, as: Double.self)
    }
  }

  /// Sets the entry at a place in memory that no other tensor shares.
  @inlinable
  func setEntry(at position: Int, _ scalar: Double) {
    switch elementType {
    case .float32:
      storage.bytes.storeBytes(of: Float(scalar), toByteOffset: position &* 4, as: Float.self)
    case .float64:
      storage.bytes.storeBytes(of: scalar, toByteOffset: position &* 8, as: Double.self)
    }
  }
}

extension [Int] {
  /// Says what is wrong with indices into this shape.
  func refuse(_ indices: [Int]) -> Never {
    if indices.count != count {
      let cure = indices.count == 1 && count > 1 ? "; a row is row(\(indices[0]))" : ""
      misuse("\(indices): \(self) has \(count) axes, not \(indices.count)\(cure)")
    }
    let axis = indices.indices.first { indices[$0] < 0 || indices[$0] >= self[$0] } ?? 0
    let cure = indices[axis] < 0 ? "; the last one is \(self[axis] - 1)" : ""
    misuse("\(indices): axis \(axis) of \(self) has no entry \(indices[axis])\(cure)")
  }
}
