/// One of the two types an entry of a tensor can have: `Float` or `Double`.
///
/// The protocol is closed: kernels are specialised for these two conformers and for no other.
/// It lists the few vector operations that kernels need; refining `SIMDScalar` as well would ask
/// for much more.
public protocol Entry: BinaryFloatingPoint, Sendable {
  /// A vector of 32 bytes: one register with AVX2, two with NEON.
  associatedtype Vector: BitwiseCopyable

  /// The number of entries in a `Vector`.
  static var lanes: Int { get }

  static func vector(repeating entry: Self) -> Vector
  static func load(_ source: UnsafePointer<Self>) -> Vector
  static func store(_ vector: Vector, _ target: UnsafeMutablePointer<Self>)
  static func sum(_ a: Vector, _ b: Vector) -> Vector
  static func total(_ a: Vector) -> Self

  /// Returns `c + a * b` lane by lane.
  ///
  /// This and `plus(_:times:)` are one instruction, rounded once. A processor that lacks it would
  /// call a function of libm for every entry, a hundred times as slow: for such, the compiler is to
  /// be given `-D GRADUS_WITHOUT_FMA`.
  static func multiplyAdd(_ c: Vector, _ a: Vector, _ b: Vector) -> Vector

  /// Returns `self + a * b`.
  func plus(_ a: Self, times b: Self) -> Self

  var exponential: Self { get }
  var naturalLogarithm: Self { get }
  var hyperbolicTangent: Self { get }

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
