internal import Kernels

extension Tensor {
  /// The same entries as `elementType`; `self` where they are already.
  public func converted(to elementType: ElementType) -> Tensor {
    if elementType == self.elementType { return self }
    let source = contiguous()
    let result = Tensor(unwritten: shape, elementType)
    withExtendedLifetime((source.storage, result.storage)) {
      if elementType == .float32 {
        convert(source.start(Double.self), count: count, to: result.start(Float.self))
      } else {
        convert(source.start(Float.self), count: count, to: result.start(Double.self))
      }
    }
    return result
  }

  /// The entries in row-major order, copied.
  public var scalars: [Double] {
    let source = converted(to: .float64).contiguous()
    return withExtendedLifetime(source.storage) {
      Array(UnsafeBufferPointer(start: source.start(Double.self), count: count))
    }
  }

  /// The entry of a tensor that has just one, whatever its rank.
  public var scalar: Double {
    if count != 1 { misuse("scalar: \(shape) has \(count) entries, not 1") }
    return entry(at: offset)
  }

  /// Calls `body` with the entries in row-major order, as numbers of `elementType`.
  public func withRawBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    let source = contiguous()
    return try withExtendedLifetime(source.storage) {
      let start = source.storage.bytes + source.offset * elementType.size
      return try body(UnsafeRawBufferPointer(start: start, count: count * elementType.size))
    }
  }

  /// The same tensor in row-major order without gaps; `self` where it is so already.
  func contiguous() -> Tensor { isContiguous ? self : copied() }

  /// The same tensor in memory of its own.
  func copied() -> Tensor {
    let result = Tensor(unwritten: shape, elementType)
    func copyEntries<T: Entry>(_ type: T.Type) {
      let walk = Walk(shape, strides)
      withExtendedLifetime((storage, result.storage)) {
        walk.forEachPlane(of: type, independentAxes: rank) { plane in
          Kernels.copy(
            plane.strided(start(type), 0), rows: walk.rows, columns: walk.columns,
            to: result.start(type) + plane.position)
        }
      }
    }
    elementType == .float32 ? copyEntries(Float.self) : copyEntries(Double.self)
    return result
  }
}
