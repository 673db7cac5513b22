/// One of the two types an entry of a tensor can have: `Float` or `Double`.
///
/// The protocol is closed: kernels are specialised for these two conformers and for no other.
/// It lists the few vector operations that kernels need; refining `SIMDScalar` as well would ask
/// for much more.
public protocol Entry: BinaryFloatingPoint, Sendable {
  /// A register of AVX-512 or AVX2, two of NEON; where multiplication and addition are two
  /// instructions, one of SSE2.
  associatedtype Vector: BitwiseCopyable

  /// The number of entries in a `Vector`.
  static var lanes: Int { get }

  static func vector(repeating entry: Self) -> Vector
  static func load(_ source: UnsafePointer<Self>) -> Vector
  static func store(_ vector: Vector, _ target: UnsafeMutablePointer<Self>)
  static func sum(_ a: Vector, _ b: Vector) -> Vector
  static func total(_ a: Vector) -> Self

  /// Puts those lanes of `x` that are greater into `best`.
  static func keepGreater(_ best: inout Vector, _ x: Vector)

  /// Puts those lanes of `x` that are NaN into `kept`.
  static func keepNaN(_ kept: inout Vector, _ x: Vector)

  /// Puts those lanes of `x` that are greater into `best`, and those of `place` into `places`.
  static func keepGreater(
    _ best: inout Vector, _ places: inout Vector, _ x: Vector, at place: Vector)

  /// As `keepGreater`, and of equal lanes keeps those with the lesser place.
  static func keepFirstGreatest(
    _ best: inout Vector, _ places: inout Vector, _ x: Vector, at place: Vector)

  /// Returns `c + a * b` lane by lane.
  ///
  /// This and `plus(_:times:)` are one instruction, rounded once. A processor that lacks it would
  /// call a function of libm for every entry, a hundred times as slow: for such, the compiler is to
  /// be given `-D GRADUS_WITHOUT_FMA`.
  static func multiplyAdd(_ c: Vector, _ a: Vector, _ b: Vector) -> Vector

  /// Returns `self + a * b`.
  func plus(_ a: Self, times b: Self) -> Self

  static func copyFour(_ source: UnsafePointer<Self>, _ target: UnsafeMutablePointer<Self>)

  /// Writes four rows of four entries as columns, into rows that lie `stride` apart.
  static func transposeFour(
    _ x0: UnsafePointer<Self>, _ x1: UnsafePointer<Self>, _ x2: UnsafePointer<Self>,
    _ x3: UnsafePointer<Self>, _ target: UnsafeMutablePointer<Self>, _ stride: Int)

  var exponential: Self { get }
  var naturalLogarithm: Self { get }
  var hyperbolicTangent: Self { get }

  /// The entry, which is a whole number.
  var integer: Int { get }

  /// The entry to the power of `exponent`, as libm computes it.
  func power(_ exponent: Self) -> Self
}

/// Rows and columns of entries anywhere in memory, to read.
public struct Strided<T: Entry> {
  public var start: UnsafePointer<T>
  public var rowStride: Int
  public var columnStride: Int

  public init(start: UnsafePointer<T>, rowStride: Int, columnStride: Int) {
    self.start = start
    self.rowStride = rowStride
    self.columnStride = columnStride
  }
}

/// Rows to write, each contiguous in itself.
struct Target<Value> {
  var start: UnsafeMutablePointer<Value>
  let rowStride: Int

  @inline(__always)
  func advanced(rows: Int) -> Target {
    Target(start: start + rows * rowStride, rowStride: rowStride)
  }
}

extension Strided {
  @inline(__always)
  var transposed: Strided {
    Strided(start: start, rowStride: columnStride, columnStride: rowStride)
  }

  @inline(__always)
  func advanced(rows: Int, columns: Int) -> Strided {
    Strided(
      start: start + (rows * rowStride + columns * columnStride), rowStride: rowStride,
      columnStride: columnStride)
  }
}
