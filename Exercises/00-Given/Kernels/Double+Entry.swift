#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Double: Entry {
  #if GRADUS_AVX512
    public typealias Vector = SIMD8<Double>
  #elseif GRADUS_WITHOUT_FMA
    public typealias Vector = SIMD2<Double>
  #else
    public typealias Vector = SIMD4<Double>
  #endif

  @inline(__always)
  public static var lanes: Int { MemoryLayout<Vector>.size / MemoryLayout<Double>.size }

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
    public func plus(_ a: Double, times b: Double) -> Double { self + a * b }
  #else
    @inline(__always)
    public static func multiplyAdd(_ c: Vector, _ a: Vector, _ b: Vector) -> Vector {
      c.addingProduct(a, b)
    }

    @inline(__always)
    public func plus(_ a: Double, times b: Double) -> Double { addingProduct(a, b) }
  #endif

  @inline(__always)
  public static func copyFour(
    _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>
  ) {
    copySquareRow(source, target)
  }

  @inline(__always)
  public static func transposeFour(
    _ x0: UnsafePointer<Double>, _ x1: UnsafePointer<Double>, _ x2: UnsafePointer<Double>,
    _ x3: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>, _ stride: Int
  ) {
    transposeSquare(x0, x1, x2, x3, target, stride)
  }

  @inline(__always)
  public var integer: Int { Int(self) }

  public func power(_ exponent: Double) -> Double { pow(self, exponent) }
}
