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

  // Disfavoured, so that the right side of an assignment is first taken for a tensor: to weigh both
  // costs the compiler seconds in a formula like Adam's.

  /// Adds `b` to `a` in place, for every entry of `a`.
  @_disfavoredOverload
  public static func += (a: inout Tensor, b: Double) { a.combine(.add, b) }

  /// Subtracts `b` from `a` in place, for every entry of `a`.
  @_disfavoredOverload
  public static func -= (a: inout Tensor, b: Double) { a.combine(.subtract, b) }

  /// Multiplies `a` by `b` in place, for every entry of `a`.
  @_disfavoredOverload
  public static func *= (a: inout Tensor, b: Double) { a.combine(.multiply, b) }

  /// Divides `a` by `b` in place, for every entry of `a`.
  @_disfavoredOverload
  public static func /= (a: inout Tensor, b: Double) { a.combine(.divide, b) }

  /// Divides `a` by a count, in place.
  @_disfavoredOverload
  public static func /= (a: inout Tensor, b: Int) { a.combine(.divide, Double(b)) }

  /// Multiplies `a` in place by 1 where `mask` is true and by 0 elsewhere. `mask` must broadcast to
  /// the shape of `a`.
  @_disfavoredOverload
  public static func *= (a: inout Tensor, mask: Mask) { a *= Tensor(mask, a.elementType) }

  /// Adds `factor` times `x` in place, entry by entry, in one pass; `x` must broadcast to this
  /// tensor's shape.
  ///
  ///     weights.add(gradient, times: -learningRate)
  ///
  /// No new memory is taken, unless another tensor shares that of this one.
  public mutating func add(_ x: Tensor, times factor: Double) {
    scale(by: 1, adding: x, times: factor)
  }

  /// Multiplies by `scale` and adds `factor` times `x` in place, entry by entry, in one pass; `x`
  /// must broadcast to this tensor's shape.
  ///
  ///     mean.scale(by: 0.9, adding: gradient, times: 0.1)
  ///
  /// No new memory is taken, unless another tensor shares that of this one.
  public mutating func scale(by scale: Double, adding x: Tensor, times factor: Double) {
    let x = prepare(for: x, "add")
    func run<T: Entry>(_ type: T.Type) {
      forEachPlane(with: x, type) { target, operand, rows, columns in
        scaleAndAdd(
          target, scale: T(scale), operand, factor: T(factor), rows: rows, columns: columns)
      }
    }
    elementType == .float32 ? run(Float.self) : run(Double.self)
  }

  private mutating func combine(_ operation: BinaryOperation, _ name: String, _ b: Tensor) {
    let b = prepare(for: b, name)
    combineHere(operation, b)
  }

  private mutating func combine(_ operation: BinaryOperation, _ b: Double) {
    makeWritable()
    combineHere(operation, b)
  }

  /// Makes this tensor writable, and gives it and `b`, which it returns, a type in common.
  private mutating func prepare(for b: Tensor, _ name: String) -> Tensor {
    if b.shape != shape { requireBroadcast(of: b.shape, for: name) }
    let type = elementType.promoted(with: b.elementType)
    if type != elementType { self = converted(to: type) }
    makeWritable()
    return b.converted(to: type)
  }

  /// Makes sure that this tensor is contiguous and the only one in its memory.
  mutating func makeWritable() {
    if !isWritable { self = copied() }
  }

  /// Traps unless a tensor of `other` broadcasts to this one's shape.
  func requireBroadcast(of other: [Int], for name: String) {
    let together = Tensor.broadcastShape(shape, other, for: name)
    if together != shape {
      misuse("\(name): \(shape) and \(other): the result would be \(together)")
    }
  }
}
