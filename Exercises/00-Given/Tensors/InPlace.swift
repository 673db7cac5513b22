internal import Kernels

extension Tensor {
  // In place, and without a new tensor where nothing else shares this one's memory. The right
  // side must broadcast to the left side's shape; the left side keeps its type, except that
  // float64 becomes float32 beside float32.

  public static func += (a: inout Tensor, b: Tensor) { a.combine(.add, "+=", b) }
  public static func -= (a: inout Tensor, b: Tensor) { a.combine(.subtract, "-=", b) }
  public static func *= (a: inout Tensor, b: Tensor) { a.combine(.multiply, "*=", b) }
  public static func /= (a: inout Tensor, b: Tensor) { a.combine(.divide, "/=", b) }

  public static func += (a: inout Tensor, b: Double) { a.combine(.add, b) }
  public static func -= (a: inout Tensor, b: Double) { a.combine(.subtract, b) }
  public static func *= (a: inout Tensor, b: Double) { a.combine(.multiply, b) }
  public static func /= (a: inout Tensor, b: Double) { a.combine(.divide, b) }

  private mutating func combine(_ operation: BinaryOperation, _ name: String, _ b: Tensor) {
    requireBroadcast(of: b.shape, for: name)
    let type = elementType.promoted(with: b.elementType)
    if type != elementType { self = converted(to: type) }
    makeWritable()
    func run<T: Entry>(_ type: T.Type, _ b: Tensor) {
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
