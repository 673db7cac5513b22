internal import Kernels

extension Tensor {
  /// Sums entry by entry. Shapes broadcast as in NumPy: [N, M] + [M] adds the
  /// vector to each row.
  public static func + (a: Tensor, b: Tensor) -> Tensor { combined(.add, "+", a, b) }

  /// Differences entry by entry. Shapes broadcast as in NumPy: [N, M] - [N, 1]
  /// subtracts a number of its own from each row.
  public static func - (a: Tensor, b: Tensor) -> Tensor { combined(.subtract, "-", a, b) }

  /// Products entry by entry. Shapes broadcast as in NumPy. This is not
  /// the matrix product; see `matmul(_:)`.
  public static func * (a: Tensor, b: Tensor) -> Tensor { combined(.multiply, "*", a, b) }

  /// Quotients entry by entry. Shapes broadcast as in NumPy.
  public static func / (a: Tensor, b: Tensor) -> Tensor { combined(.divide, "/", a, b) }

  /// Sums of each entry and `b`, in the type of `a`.
  public static func + (a: Tensor, b: Double) -> Tensor { combined(.add, a, b) }

  /// Differences of each entry and `b`, in the type of `a`.
  public static func - (a: Tensor, b: Double) -> Tensor { combined(.subtract, a, b) }

  /// Products of each entry and `b`, in the type of `a`.
  public static func * (a: Tensor, b: Double) -> Tensor { combined(.multiply, a, b) }

  /// Quotients of each entry and `b`, in the type of `a`.
  public static func / (a: Tensor, b: Double) -> Tensor { combined(.divide, a, b) }

  /// Sums of `a` and each entry, in the type of `b`.
  public static func + (a: Double, b: Tensor) -> Tensor { combined(.add, a, b) }

  /// Differences of `a` and each entry, in the type of `b`.
  public static func - (a: Double, b: Tensor) -> Tensor { combined(.subtract, a, b) }

  /// Products of `a` and each entry, in the type of `b`.
  public static func * (a: Double, b: Tensor) -> Tensor { combined(.multiply, a, b) }

  /// Quotients of `a` and each entry, in the type of `b`.
  public static func / (a: Double, b: Tensor) -> Tensor { combined(.divide, a, b) }

  /// Each entry with the other sign.
  public static prefix func - (a: Tensor) -> Tensor { a.transformed(.negate) }

  /// A single number of this tensor's type.
  func like(_ scalar: Double) -> Tensor { Tensor(repeating: scalar, shape: [], elementType) }

  static func combined(
    _ operation: BinaryOperation, _ name: String, _ a: Tensor, _ b: Tensor
  ) -> Tensor {
    let type = a.elementType.promoted(with: b.elementType)
    let (a, b) = (a.converted(to: type), b.converted(to: type))
    if a.shape == b.shape && a.isContiguous && b.isContiguous {
      return combinedFlat(operation, a, b)
    }
    let shape = broadcastShape(a.shape, b.shape, for: name)
    let result = Tensor(unwritten: shape, type)
    func run<T: Entry>(_ type: T.Type) {
      let walk = Walk(shape, a.strides(broadcastTo: shape), b.strides(broadcastTo: shape))
      withExtendedLifetime((a, b, result)) {
        walk.forEachPlane { plane in
          combine(
            operation, plane.strided(a.start(type), 0), plane.strided(b.start(type), 1),
            rows: walk.rows, columns: walk.columns, into: result.start(type) + plane.position)
        }
      }
    }
    run(type.entry)
    return result
  }

  /// Combines tensors of the same shape and type that lie alike: one row for the kernel.
  private static func combinedFlat(
    _ operation: BinaryOperation, _ a: Tensor, _ b: Tensor
  ) -> Tensor {
    let result = Tensor(unwrittenLike: a)
    func run<T: Entry>(_ type: T.Type) {
      withExtendedLifetime((a, b, result)) {
        combine(
          operation, Strided(start: a.start(type), rowStride: 0, columnStride: 1),
          Strided(start: b.start(type), rowStride: 0, columnStride: 1),
          rows: 1, columns: a.count, into: result.start(type))
      }
    }
    run(a.elementType.entry)
    return result
  }

  static func combined(_ operation: BinaryOperation, _ a: Tensor, _ b: Double) -> Tensor {
    let source = a.contiguous()
    let result = Tensor(unwrittenLike: source)
    func run<T: Entry>(_ type: T.Type) {
      withUnsafePointer(to: T(b)) { scalar in
        withExtendedLifetime((source, result)) {
          combine(
            operation, Strided(start: source.start(type), rowStride: 0, columnStride: 1),
            Strided(start: scalar, rowStride: 0, columnStride: 0),
            rows: 1, columns: source.count, into: result.start(type))
        }
      }
    }
    run(a.elementType.entry)
    return result
  }

  static func combined(_ operation: BinaryOperation, _ a: Double, _ b: Tensor) -> Tensor {
    let source = b.contiguous()
    let result = Tensor(unwrittenLike: source)
    func run<T: Entry>(_ type: T.Type) {
      withUnsafePointer(to: T(a)) { scalar in
        withExtendedLifetime((source, result)) {
          combine(
            operation, Strided(start: scalar, rowStride: 0, columnStride: 0),
            Strided(start: source.start(type), rowStride: 0, columnStride: 1),
            rows: 1, columns: source.count, into: result.start(type))
        }
      }
    }
    run(b.elementType.entry)
    return result
  }
}
