internal import Kernels

extension Tensor {
  /// Adds `b` to `a` in place, entry by entry. `b` must broadcast to the shape of `a`.
  ///
  /// No new memory is taken, unless another tensor shares that of `a` or `a` turns `float32`.
  public static func += (a: inout Tensor, b: Tensor) { a.combine(.add, "+=", b) }

  /// Subtracts `b` from `a` in place, entry by entry. `b` must broadcast to the shape of `a`.
  ///
  /// No new memory is taken, unless another tensor shares that of `a` or `a` turns `float32`.
  public static func -= (a: inout Tensor, b: Tensor) { a.combine(.subtract, "-=", b) }

  /// Multiplies `a` by `b` in place, entry by entry. `b` must broadcast to the shape of `a`.
  ///
  /// No new memory is taken, unless another tensor shares that of `a` or `a` turns `float32`.
  public static func *= (a: inout Tensor, b: Tensor) { a.combine(.multiply, "*=", b) }

  /// Divides `a` by `b` in place, entry by entry. `b` must broadcast to the shape of `a`.
  ///
  /// No new memory is taken, unless another tensor shares that of `a` or `a` turns `float32`.
  public static func /= (a: inout Tensor, b: Tensor) { a.combine(.divide, "/=", b) }

  /// Adds `b` to `a` in place, for every entry of `a`.
  public static func += (a: inout Tensor, b: Double) { a.combine(.add, b) }

  /// Subtracts `b` from `a` in place, for every entry of `a`.
  public static func -= (a: inout Tensor, b: Double) { a.combine(.subtract, b) }

  /// Multiplies `a` by `b` in place, for every entry of `a`.
  public static func *= (a: inout Tensor, b: Double) { a.combine(.multiply, b) }

  /// Divides `a` by `b` in place, for every entry of `a`.
  public static func /= (a: inout Tensor, b: Double) { a.combine(.divide, b) }

  private mutating func combine(_ operation: BinaryOperation, _ name: String, _ b: Tensor) {
    requireBroadcast(of: b.shape, for: name)
    let type = elementType.promoted(with: b.elementType)
    if type != elementType { self = converted(to: type) }
    makeWritable()
    func run<T: Entry>(_ type: T.Type, _ b: Tensor) {
      if b.shape == shape && b.isContiguous {
        return withExtendedLifetime((storage, b)) {
          let operand = Strided(start: UnsafePointer(b.start(type)), rowStride: 0, columnStride: 1)
          combineInPlace(operation, start(type), operand, rows: 1, columns: count)
        }
      }
      let walk = Walk(shape, shape.rowMajorStrides, b.strides(broadcastTo: shape))
      withExtendedLifetime((storage, b)) {
        walk.forEachPlane { plane in
          combineInPlace(
            operation, start(type) + plane.position, plane.strided(b.start(type), 1),
            rows: walk.rows, columns: walk.columns)
        }
      }
    }
    run(type.entry, b.converted(to: type))
  }

  private mutating func combine(_ operation: BinaryOperation, _ b: Double) {
    makeWritable()
    func run<T: Entry>(_ type: T.Type) {
      withUnsafePointer(to: T(b)) { scalar in
        withExtendedLifetime(storage) {
          combineInPlace(
            operation, start(type), Strided(start: scalar, rowStride: 0, columnStride: 0),
            rows: 1, columns: count)
        }
      }
    }
    run(elementType.entry)
  }

  /// Makes sure that this tensor is contiguous and the only one in its memory.
  mutating func makeWritable() {
    if !isKnownUniquelyReferenced(&storage) || !isContiguous { self = copied() }
  }

  /// Traps unless a tensor of `other` broadcasts to this one's shape.
  func requireBroadcast(of other: [Int], for name: String) {
    let together = Tensor.broadcastShape(shape, other, for: name)
    if together != shape {
      misuse("\(name): \(shape) and \(other): the result would be \(together)")
    }
  }
}
