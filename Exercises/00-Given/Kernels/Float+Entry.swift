#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Float: Entry {
  public typealias Vector = SIMD8<Float>

  @inline(__always)
  public static var lanes: Int { 8 }

  @inline(__always)
  public static func vector(repeating entry: Float) -> Vector { Vector(repeating: entry) }

  @inline(__always)
  public static func load(_ source: UnsafePointer<Float>) -> Vector {
    UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
  }

  @inline(__always)
  public static func store(_ vector: Vector, _ target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: Vector.self)
  }

  @inline(__always)
  public static func sum(_ a: Vector, _ b: Vector) -> Vector { a + b }

  @inline(__always)
  public static func total(_ a: Vector) -> Float { a.sum() }

  #if GRADUS_WITHOUT_FMA
    @inline(__always)
    public static func multiplyAdd(_ c: Vector, _ a: Vector, _ b: Vector) -> Vector { c + a * b }

    @inline(__always)
    public func plus(_ a: Float, times b: Float) -> Float { self + a * b }
  #else
    @inline(__always)
    public static func multiplyAdd(_ c: Vector, _ a: Vector, _ b: Vector) -> Vector {
      c.addingProduct(a, b)
    }

    @inline(__always)
    public func plus(_ a: Float, times b: Float) -> Float { addingProduct(a, b) }
  #endif

  public func power(_ exponent: Float) -> Float { pow(self, exponent) }
}
