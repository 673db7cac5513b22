// Making tensors.

extension Tensor {
  @available(*, unavailable, message: "write Tensor(zeros: [2, 3])")
  public static func zeros(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(zeros: [2, 3])")
  public static func zeros(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(zeros: [2, 3])")
  public init(zeros shape: Int...) { fatalError() }

  @available(*, unavailable, message: "write Tensor(zerosLike: x)")
  public static func zeros_like(_ x: Tensor) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(ones: [2, 3])")
  public static func ones(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(ones: [2, 3])")
  public static func ones(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(ones: [2, 3])")
  public init(ones shape: Int...) { fatalError() }

  @available(*, unavailable, message: "write Tensor(onesLike: x)")
  public static func ones_like(_ x: Tensor) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(repeating: 7, shape: [2, 3])")
  public static func full(_ shape: [Int], _ scalar: Double) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(repeating: 7, shape: [2, 3])")
  public init(repeating scalar: Double, count: Int) { fatalError() }

  @available(*, unavailable, message: "write Tensor(normal: [2, 3], using: &generator)")
  public static func randn(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(normal: [2, 3], using: &generator)")
  public static func randn(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(normal: [2, 3], using: &generator)")
  public static func normal(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(normal: [2, 3], using: &generator)")
  public static func normal(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(normal: [2, 3], using: &generator)")
  public init(normal shape: [Int]) { fatalError() }

  @available(*, unavailable, message: "write Tensor(uniform: [2, 3], in: 0..<1, using: &generator)")
  public static func rand(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(uniform: [2, 3], in: 0..<1, using: &generator)")
  public static func rand(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(uniform: [2, 3], in: 0..<1, using: &generator)")
  public static func random(_ shape: Int...) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(uniform: [2, 3], in: 0..<1, using: &generator)")
  public static func random(_ shape: [Int]) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(uniform: [2, 3], in: 0..<1, using: &generator)")
  public init(uniform shape: [Int], in range: Range<Double> = 0..<1) { fatalError() }
  @available(*, unavailable, message: "write Tensor(uniform: [2, 3], in: 0..<1, using: &generator)")
  public init(
    uniform shape: [Int], in range: ClosedRange<Double>,
    using generator: inout some RandomNumberGenerator
  ) { fatalError() }

  @available(*, unavailable, message: "write Tensor(linearlySpacedFrom: 0, through: 1, shape: [5])")
  public static func linspace(_ first: Double, _ last: Double, _ count: Int) -> Tensor {
    fatalError()
  }

  @available(*, unavailable, message: "write Tensor(0..<n)")
  public static func arange(_ count: Int) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(oneHot: 0..<n, count: n)")
  public static func eye(_ count: Int) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(oneHot: 0..<n, count: n)")
  public init(identity count: Int) { fatalError() }

  @available(*, unavailable, message: "write Tensor(oneHot: labels, count: 10)")
  public static func oneHot(_ labels: [Int], _ count: Int) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(oneHot: labels, count: 10)")
  public static func one_hot(_ labels: [Int], _ count: Int) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(shape: [2, 3], scalars: list)")
  public init(_ scalars: [Double], shape: [Int]) { fatalError() }
  @available(*, unavailable, message: "write Tensor(shape: [2, 3], scalars: list)")
  public init(shape: [Int], _ scalars: [Double]) { fatalError() }

  @available(*, unavailable, message: "write Tensor(zeros: [2, 3])")
  public init(shape: [Int]) { fatalError() }

  @available(
    *, unavailable,
    message: "write Tensor(floats.map(Double.init)), or Tensor(shape: [n], float32s: floats)"
  )
  public init(_ floats: [Float]) { fatalError() }

  @available(*, unavailable, message: "write Tensor(Double(n))")
  public init(_ integer: Int) { fatalError() }

  @available(*, unavailable, message: "write x itself: a tensor is a value")
  public init(_ x: Tensor) { fatalError() }

  @available(
    *, unavailable,
    message: "write Tensor(concatenating: rows.map { $0.expandingAxis(at: 0) }, along: 0)"
  )
  public init(_ rows: [Tensor]) { fatalError() }
  @available(
    *, unavailable,
    message: "write Tensor(concatenating: rows.map { $0.expandingAxis(at: 0) }, along: 0)"
  )
  public init(stacking rows: [Tensor]) { fatalError() }

  @available(*, unavailable, message: "write 0.1 * Tensor(normal: [2, 3], using: &generator)")
  public init(
    normal shape: [Int], mean: Double, std: Double,
    using generator: inout some RandomNumberGenerator
  ) { fatalError() }
}
