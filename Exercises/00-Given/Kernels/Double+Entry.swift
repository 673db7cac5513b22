#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Double: Entry {
  public typealias Vector = SIMD4<Double>

  @inline(__always)
  public static var lanes: Int { 4 }

  @inline(__always)
  public static func vector(repeating entry: Double) -> Vector { Vector(repeating: entry) }

  @inline(__always)
  public static func load(_ source: UnsafePointer<Double>) -> Vector {
    UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
  }

  @inline(__always)
  public static func store(_ vector: Vector, _ target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: Vector.self)
  }

  @inline(__always)
  public static func sum(_ a: Vector, _ b: Vector) -> Vector { a + b }

  @inline(__always)
  public static func total(_ a: Vector) -> Double { a.sum() }

  #if GRADUS_WITHOUT_FMA
    @inline(__always)
    public static func multiplyAdd(_ c: Vector, _ a: Vector, _ b: Vector) -> Vector { c + a * b }

    @inline(__always)
    public func plus(_ a: Double, times b: Double) -> Double { self + a * b }
  #else
    @inline(__always)
    public static func multiplyAdd(_ c: Vector, _ a: Vector, _ b: Vector) -> Vector {
      c.addingProduct(a, b)
    }

    @inline(__always)
    public func plus(_ a: Double, times b: Double) -> Double { addingProduct(a, b) }
  #endif

  public func power(_ exponent: Double) -> Double { pow(self, exponent) }
}
