/// A truth value for each entry of a tensor, as comparisons give them.
///
///     let isPositive = x .> 0
///     let y = x.replacing(with: 0, where: .!isPositive)
public struct Mask: Sendable, Equatable {
  /// The number of values along each axis.
  public let shape: [Int]
  /// The values in row-major order.
  var flags: [Bool]

  /// Values in row-major order.
  public init(shape: [Int], _ flags: [Bool]) {
    if shape.checkedProduct != flags.count {
      misuse("Mask: \(shape) has \(shape.product) values, not \(flags.count)")
    }
    self.shape = shape
    self.flags = flags
  }

  /// The number of values.
  public var count: Int { flags.count }

  /// The number of values that are true.
  public var trueCount: Int { flags.count { $0 } }

  /// Whether at least one value is true.
  public var anyTrue: Bool { flags.contains(true) }

  /// Whether no value is false.
  public var allTrue: Bool { !flags.contains(false) }

  /// One value, by an index for each axis.
  public subscript(i: Int) -> Bool { flags[position([i])] }
  public subscript(i: Int, j: Int) -> Bool { flags[position([i, j])] }
  public subscript(i: Int, j: Int, k: Int) -> Bool { flags[position([i, j, k])] }
  public subscript(i: Int, j: Int, k: Int, l: Int) -> Bool { flags[position([i, j, k, l])] }

  private func position(_ indices: [Int]) -> Int {
    if indices.count != shape.count { shape.refuse(indices) }
    var position = 0
    for axis in indices.indices {
      let i = indices[axis]
      if i < 0 || i >= shape[axis] { shape.refuse(indices) }
      position = position * shape[axis] + i
    }
    return position
  }

  /// The other truth values.
  public static prefix func .! (a: Mask) -> Mask { a.combined(with: a, ".!") { x, _ in x ^ 1 } }

  /// Where both masks, of the same shape, are true.
  public static func .& (a: Mask, b: Mask) -> Mask { a.combined(with: b, ".&") { $0 & $1 } }

  /// Where one or both of two masks, of the same shape, are true.
  public static func .| (a: Mask, b: Mask) -> Mask { a.combined(with: b, ".|") { $0 | $1 } }

  /// Combines values as the bytes that they are, 0 or 1: of bytes the compiler takes a vector at a time, of
  /// truth values one.
  @inline(__always)
  private func combined(
    with other: Mask, _ name: String, _ body: (UInt8, UInt8) -> UInt8
  ) -> Mask {
    if shape != other.shape { misuse("\(name): \(shape) and \(other.shape) differ") }
    let combined = [Bool](unsafeUninitializedCapacity: count) { result, size in
      flags.withUnsafeBytes { a in
        other.flags.withUnsafeBytes { b in
          let result = UnsafeMutableRawBufferPointer(result)
          for i in 0..<a.count { result[i] = body(a[i], b[i]) }
        }
      }
      size = count
    }
    return Mask(shape: shape, combined)
  }
}
