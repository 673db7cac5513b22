#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Float: Entry {
  #if GRADUS_AVX512
    public typealias Vector = SIMD16<Float>
  #elseif GRADUS_WITHOUT_FMA
    public typealias Vector = SIMD4<Float>
  #else
    public typealias Vector = SIMD8<Float>
  #endif

  @inline(__always)
  public static var lanes: Int { MemoryLayout<Vector>.size / MemoryLayout<Float>.size }

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

  @inline(__always)
  public static func keepGreater(_ best: inout Vector, _ x: Vector) {
    best.replace(with: x, where: x .> best)
  }

  @inline(__always)
  public static func keepNaN(_ kept: inout Vector, _ x: Vector) {
    kept.replace(with: x, where: x .!= x)
  }

  @inline(__always)
  public static func keepGreater(
    _ best: inout Vector, _ places: inout Vector, _ x: Vector, at place: Vector
  ) {
    let isGreater = x .> best
    best.replace(with: x, where: isGreater)
    places.replace(with: place, where: isGreater)
  }

  @inline(__always)
  public static func keepFirstGreatest(
    _ best: inout Vector, _ places: inout Vector, _ x: Vector, at place: Vector
  ) {
    let comesFirst = (x .> best) .| ((x .== best) .& (place .< places))
    best.replace(with: x, where: comesFirst)
    places.replace(with: place, where: comesFirst)
  }

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

  @inline(__always)
  public static func copyFour(
    _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>
  ) {
    copySquareRow(source, target)
  }

  @inline(__always)
  public static func transposeFour(
    _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>, _ x2: UnsafePointer<Float>,
    _ x3: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>, _ stride: Int
  ) {
    transposeSquare(x0, x1, x2, x3, target, stride)
  }

  @inline(__always)
  public var integer: Int { Int(self) }

  public func power(_ exponent: Float) -> Float { pow(self, exponent) }
}
