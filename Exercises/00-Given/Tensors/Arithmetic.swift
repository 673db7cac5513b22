internal import Kernels

extension Tensor {
  // The operands broadcast, as in NumPy: [N, M] + [M] adds the vector to each row.

  public static func + (a: Tensor, b: Tensor) -> Tensor { combined(.add, "+", a, b) }
  public static func - (a: Tensor, b: Tensor) -> Tensor { combined(.subtract, "-", a, b) }
  public static func * (a: Tensor, b: Tensor) -> Tensor { combined(.multiply, "*", a, b) }
  public static func / (a: Tensor, b: Tensor) -> Tensor { combined(.divide, "/", a, b) }

  public static func + (a: Tensor, b: Double) -> Tensor { combined(.add, "+", a, a.like(b)) }
  public static func - (a: Tensor, b: Double) -> Tensor { combined(.subtract, "-", a, a.like(b)) }
  public static func * (a: Tensor, b: Double) -> Tensor { combined(.multiply, "*", a, a.like(b)) }
  public static func / (a: Tensor, b: Double) -> Tensor { combined(.divide, "/", a, a.like(b)) }

  public static func + (a: Double, b: Tensor) -> Tensor { combined(.add, "+", b.like(a), b) }
  public static func - (a: Double, b: Tensor) -> Tensor { combined(.subtract, "-", b.like(a), b) }
  public static func * (a: Double, b: Tensor) -> Tensor { combined(.multiply, "*", b.like(a), b) }
  public static func / (a: Double, b: Tensor) -> Tensor { combined(.divide, "/", b.like(a), b) }

  public static prefix func - (a: Tensor) -> Tensor { a.transformed(.negate) }

  /// A single number of this tensor's type.
  func like(_ scalar: Double) -> Tensor { Tensor(repeating: scalar, shape: [], elementType) }

  static func combined(
    _ operation: BinaryOperation, _ name: String, _ a: Tensor, _ b: Tensor
  ) -> Tensor {
    let type = a.elementType.promoted(with: b.elementType)
    let shape = broadcastShape(a.shape, b.shape, for: name)
    let result = Tensor(unwritten: shape, type)
    func run<T: Entry>(_ type: T.Type, _ a: Tensor, _ b: Tensor) {
      let walk = Walk(shape, a.strides(broadcastTo: shape), b.strides(broadcastTo: shape))
      withExtendedLifetime((a, b, result)) {
        walk.forEachPlane { plane in
          combine(
            operation, plane.strided(a.start(type), 0), plane.strided(b.start(type), 1),
            rows: walk.rows, columns: walk.columns, into: result.start(type) + plane.position)
        }
      }
    }
    run(type.entry, a.converted(to: type), b.converted(to: type))
    return result
  }
}
