internal import Kernels

extension Tensor {
  static func combined(
    _ operation: BinaryOperation, _ name: String, _ x: consuming Tensor, _ y: consuming Tensor
  ) -> Tensor {
    var (a, b) = (x, y)
    if a.elementType != b.elementType {
      a = a.converted(to: .float32)
      b = b.converted(to: .float32)
    }
    let shape = a.shape == b.shape ? a.shape : broadcastShape(a.shape, b.shape, for: name)
    if a.shape == shape && a.isWritable {
      a.combineHere(operation, b)
      return a
    }
    if b.shape == shape && b.isWritable {
      b.combineHere(operation, a, isRight: true)
      return b
    }
    let result = Tensor(unwritten: shape, a.elementType)
    func run<T: Entry>(_ type: T.Type) {
      withExtendedLifetime((a.storage, b.storage, result.storage)) {
        if a.isContiguous && b.isContiguous && a.shape == b.shape {
          return combine(
            operation, .row(a.start(type)), .row(b.start(type)), rows: 1, columns: result.count,
            into: result.start(type))
        }
        let walk = Walk(shape, a.strides(broadcastTo: shape), b.strides(broadcastTo: shape))
        walk.forEachPlane(of: type) { plane in
          combine(
            operation, plane.strided(a.start(type), 0), plane.strided(b.start(type), 1),
            rows: walk.rows, columns: walk.columns, into: result.start(type) + plane.position)
        }
      }
    }
    a.elementType == .float32 ? run(Float.self) : run(Double.self)
    return result
  }

  static func combined(
    _ operation: BinaryOperation, _ x: consuming Tensor, _ b: Double
  ) -> Tensor { combined(operation, x, b, isRight: false) }

  static func combined(
    _ operation: BinaryOperation, _ a: Double, _ y: consuming Tensor
  ) -> Tensor { combined(operation, y, a, isRight: true) }

  /// Combines each entry and a number; `isRight` says that the entries are the right operands.
  private static func combined(
    _ operation: BinaryOperation, _ x: consuming Tensor, _ number: Double, isRight: Bool
  ) -> Tensor {
    var source = x
    if source.isWritable {
      source.combineHere(operation, number, isRight: isRight)
      return source
    }
    source = source.contiguous()
    let result = Tensor(unwrittenLike: source)
    func run<T: Entry>(_ type: T.Type) {
      withUnsafePointer(to: T(number)) { number in
        withExtendedLifetime((source.storage, result.storage)) {
          let number = Strided(start: number, rowStride: 0, columnStride: 0)
          let row = Strided<T>.row(source.start(type))
          combine(
            operation, isRight ? number : row, isRight ? row : number, rows: 1,
            columns: source.count, into: result.start(type))
        }
      }
    }
    source.elementType == .float32 ? run(Float.self) : run(Double.self)
    return result
  }

  static func transformed(_ x: consuming Tensor, _ operation: UnaryOperation) -> Tensor {
    var source = x
    source = source.contiguous()
    let result = source.isWritable ? source : Tensor(unwrittenLike: source)
    func run<T: Entry>(_ type: T.Type) {
      withExtendedLifetime((source.storage, result.storage)) {
        transform(operation, source.start(type), count: result.count, into: result.start(type))
      }
    }
    source.elementType == .float32 ? run(Float.self) : run(Double.self)
    return result
  }

  /// Whether this tensor is contiguous and the only one in its memory.
  var isWritable: Bool {
    mutating get { isContiguous && isKnownUniquelyReferenced(&storage) }
  }

  /// Combines this tensor, which is writable, with one that has its type and broadcasts to its
  /// shape.
  mutating func combineHere(_ operation: BinaryOperation, _ b: Tensor, isRight: Bool = false) {
    func run<T: Entry>(_ type: T.Type) {
      forEachPlane(with: b, type) { target, operand, rows, columns in
        combineInPlace(
          operation, target, operand, rows: rows, columns: columns, isRight: isRight)
      }
    }
    elementType == .float32 ? run(Float.self) : run(Double.self)
  }

  /// Combines this tensor, which is writable, with a number.
  mutating func combineHere(_ operation: BinaryOperation, _ b: Double, isRight: Bool = false) {
    func run<T: Entry>(_ type: T.Type) {
      withUnsafePointer(to: T(b)) { number in
        withExtendedLifetime(storage) {
          combineInPlace(
            operation, start(type), Strided(start: number, rowStride: 0, columnStride: 0),
            rows: 1, columns: count, isRight: isRight)
        }
      }
    }
    elementType == .float32 ? run(Float.self) : run(Double.self)
  }

  /// Calls `body` with the planes of this tensor, which is contiguous, and of one of the same type
  /// that broadcasts to its shape.
  func forEachPlane<T: Entry>(
    with b: Tensor, _ type: T.Type,
    _ body: (UnsafeMutablePointer<T>, Strided<T>, _ rows: Int, _ columns: Int) -> Void
  ) {
    withExtendedLifetime((storage, b.storage)) {
      if b.isContiguous && b.shape == shape {
        return body(start(type), .row(b.start(type)), 1, count)
      }
      let walk = Walk(shape, shape.rowMajorStrides, b.strides(broadcastTo: shape))
      walk.forEachPlane(of: type) { plane in
        body(
          start(type) + plane.position, plane.strided(b.start(type), 1), walk.rows, walk.columns)
      }
    }
  }
}

extension Strided {
  /// One row of entries, without gaps.
  static func row(_ start: UnsafeMutablePointer<T>) -> Strided {
    Strided(start: start, rowStride: 0, columnStride: 1)
  }
}
