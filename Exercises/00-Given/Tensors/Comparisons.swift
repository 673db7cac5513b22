internal import Kernels

extension Tensor {
  /// Where `a` is less than `b`; shapes broadcast. With NaN: false.
  public static func .< (a: Tensor, b: Tensor) -> Mask { compared(.less, ".<", a, b) }

  /// Where `a` is at most `b`; shapes broadcast. With NaN: false.
  public static func .<= (a: Tensor, b: Tensor) -> Mask { compared(.lessOrEqual, ".<=", a, b) }

  /// Where `a` is greater than `b`; shapes broadcast. With NaN: false.
  public static func .> (a: Tensor, b: Tensor) -> Mask { compared(.greater, ".>", a, b) }

  /// Where `a` is at least `b`; shapes broadcast. With NaN: false.
  public static func .>= (a: Tensor, b: Tensor) -> Mask { compared(.greaterOrEqual, ".>=", a, b) }

  /// Where `a` is equal to `b`; shapes broadcast. With NaN: false.
  public static func .== (a: Tensor, b: Tensor) -> Mask { compared(.equal, ".==", a, b) }

  /// Where `a` is not equal to `b`; shapes broadcast. With NaN: true.
  public static func .!= (a: Tensor, b: Tensor) -> Mask { compared(.unequal, ".!=", a, b) }

  /// Where `a` is less than `b`, rounded to the type of `a`.
  public static func .< (a: Tensor, b: Double) -> Mask { a .< a.like(b) }

  /// Where `a` is at most `b`, rounded to the type of `a`.
  public static func .<= (a: Tensor, b: Double) -> Mask { a .<= a.like(b) }

  /// Where `a` is greater than `b`, rounded to the type of `a`.
  public static func .> (a: Tensor, b: Double) -> Mask { a .> a.like(b) }

  /// Where `a` is at least `b`, rounded to the type of `a`.
  public static func .>= (a: Tensor, b: Double) -> Mask { a .>= a.like(b) }

  /// Where `a` is equal to `b`, rounded to the type of `a`.
  public static func .== (a: Tensor, b: Double) -> Mask { a .== a.like(b) }

  /// Where `a` is not equal to `b`, rounded to the type of `a`.
  public static func .!= (a: Tensor, b: Double) -> Mask { a .!= a.like(b) }

  /// Where `a`, rounded to the type of `b`, is less than `b`.
  public static func .< (a: Double, b: Tensor) -> Mask { b.like(a) .< b }

  /// Where `a`, rounded to the type of `b`, is at most `b`.
  public static func .<= (a: Double, b: Tensor) -> Mask { b.like(a) .<= b }

  /// Where `a`, rounded to the type of `b`, is greater than `b`.
  public static func .> (a: Double, b: Tensor) -> Mask { b.like(a) .> b }

  /// Where `a`, rounded to the type of `b`, is at least `b`.
  public static func .>= (a: Double, b: Tensor) -> Mask { b.like(a) .>= b }

  /// Where `a`, rounded to the type of `b`, is equal to `b`.
  public static func .== (a: Double, b: Tensor) -> Mask { b.like(a) .== b }

  /// Where `a`, rounded to the type of `b`, is not equal to `b`.
  public static func .!= (a: Double, b: Tensor) -> Mask { b.like(a) .!= b }

  /// The entries of `replacement` where `mask` is true, and of this tensor elsewhere.
  ///
  /// `mask` has this tensor's shape; `replacement` broadcasts to it.
  public consuming func replacing(with replacement: Tensor, where mask: Mask) -> Tensor {
    var result = self
    result.replace(with: replacement, where: mask)
    return result
  }

  /// `replacement` where `mask` is true, and the entries of this tensor elsewhere.
  public consuming func replacing(with replacement: Double, where mask: Mask) -> Tensor {
    var result = self
    result.replace(with: replacement, where: mask)
    return result
  }

  /// Replaces the entries where `mask` is true, as `replacing(with:where:)`.
  public mutating func replace(with replacement: Tensor, where mask: Mask) {
    if mask.shape != shape { misuse("replace: \(shape) by a mask of \(mask.shape)") }
    requireBroadcast(of: replacement.shape, for: "replace")
    let type = elementType.promoted(with: replacement.elementType)
    if type != elementType { self = converted(to: type) }
    makeWritable()
    func run<T: Entry>(_ type: T.Type, _ b: Tensor) {
      let walk = Walk(shape, shape.rowMajorStrides, b.strides(broadcastTo: shape))
      withExtendedLifetime((storage, b.storage)) {
        mask.flags.withUnsafeBufferPointer { flags in
          guard let first = flags.baseAddress else { return }
          walk.forEachPlane(of: type) { plane in
            Kernels.replace(
              start(type) + plane.position, with: plane.strided(b.start(type), 1),
              where: first + plane.position, rows: walk.rows, columns: walk.columns)
          }
        }
      }
    }
    let source = replacement.converted(to: type)
    type == .float32 ? run(Float.self, source) : run(Double.self, source)
  }

  /// Replaces the entries where `mask` is true.
  public mutating func replace(with replacement: Double, where mask: Mask) {
    replace(with: like(replacement), where: mask)
  }

  private static func compared(
    _ comparison: Comparison, _ name: String, _ a: Tensor, _ b: Tensor
  ) -> Mask {
    let type = a.elementType.promoted(with: b.elementType)
    let shape = broadcastShape(a.shape, b.shape, for: name)
    func run<T: Entry>(_ type: T.Type, _ a: Tensor, _ b: Tensor) -> [Bool] {
      let walk = Walk(shape, a.strides(broadcastTo: shape), b.strides(broadcastTo: shape))
      return [Bool](unsafeUninitializedCapacity: shape.product) { flags, count in
        count = shape.product
        guard let first = flags.baseAddress else { return }
        withExtendedLifetime((a.storage, b.storage)) {
          walk.forEachPlane(of: type) { plane in
            compare(
              comparison, plane.strided(a.start(type), 0), plane.strided(b.start(type), 1),
              rows: walk.rows, columns: walk.columns, into: first + plane.position)
          }
        }
      }
    }
    let (x, y) = (a.converted(to: type), b.converted(to: type))
    return Mask(
      shape: shape, type == .float32 ? run(Float.self, x, y) : run(Double.self, x, y))
  }
}
