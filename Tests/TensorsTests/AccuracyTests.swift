import Foundation
import Tensors
import Testing

#if arch(x86_64) && !os(Windows)
  /// What has digits to spare beside `Double`: its rounding does not count as an error.
  typealias Precise = Float80
#else
  typealias Precise = Double
#endif

@Suite struct `Accuracy beside libm` {
  typealias Function = (
    name: String, tensor: @Sendable (Tensor) -> Tensor, number: @Sendable (Double) -> Double,
    precise: @Sendable (Precise) -> Precise
  )

  static let functions: [Function] = [
    ("exp", { exp($0) }, { Foundation.exp($0) }, { Foundation.exp($0) }),
    ("log", { log($0) }, { Foundation.log($0) }, { Foundation.log($0) }),
    ("tanh", { tanh($0) }, { Foundation.tanh($0) }, { Foundation.tanh($0) }),
    ("sqrt", { sqrt($0) }, { $0.squareRoot() }, { $0.squareRoot() }),
  ]
  /// The most that a result is off, in units in the last place: what the documentation states.
  static let limits = ["exp": 1.2, "log": 1, "tanh": 3, "sqrt": 0.5]

  /// Both signs of every size, the middle range densely, and the edges of what can be represented.
  static let samples: [Double] = {
    let sizes = stride(from: -1074.0, to: 1024, by: 0.37).map { Foundation.pow(2, $0) }
    let dense = stride(from: -30, to: 30, by: 0.00731).map { $0 }
    let wide = stride(from: -750, to: 750, by: 0.0917).map { $0 }
    return sizes + sizes.map { -$0 } + dense + wide
  }()

  static let edges: [Double] = [
    0, -0.0, 1, -1, .infinity, -.infinity, .nan, 1000, -1000, 709.78, 709.79, -745.13, -745.14,
    88.72,
    88.73, -103.97, -103.98, .leastNonzeroMagnitude, .leastNormalMagnitude,
    .greatestFiniteMagnitude, Double(Float.leastNonzeroMagnitude),
    Double(Float.leastNormalMagnitude),
    Double(Float.greatestFiniteMagnitude),
  ]

  @Test(arguments: functions.indices)
  func `float64 is within a few units in the last place`(_ index: Int) throws {
    let (name, tensor, _, precise) = Self.functions[index]
    let results = tensor(Tensor(Self.samples)).scalars
    let limit = try #require(Self.limits[name])
    for (x, y) in zip(Self.samples, results) {
      let exact = precise(Precise(x))
      let expected = Double(exact)
      let isClose =
        y == expected || (y.isNaN && expected.isNaN)
        || abs(Precise(y) - exact) <= Precise(limit) * Precise(expected.ulp)
      if !isClose { Issue.record("\(name)(\(x)) is \(y), not \(expected)") }
    }
  }

  @Test(arguments: functions.indices)
  func `float32 is within a few units in the last place`(_ index: Int) throws {
    let (name, tensor, number, _) = Self.functions[index]
    let samples = (Self.samples + Self.edges).map { Float($0) }
    let results = tensor(Tensor(shape: [samples.count], float32s: samples)).scalars
    let limit = try #require(Self.limits[name])
    for (x, y) in zip(samples, results) {
      // The error beside the exact value, to which the nearest Float is off by half a unit.
      let exact = number(Double(x))
      let expected = Float(exact)
      let isClose =
        Float(y) == expected || (y.isNaN && exact.isNaN)
        || abs(y - exact) <= (limit + 0.01) * Double(expected.ulp)
      if !isClose { Issue.record("\(name)(\(x)) is \(y), not \(exact)") }
    }
  }

  @Test(arguments: functions.indices)
  func `extremes are those of libm`(_ index: Int) {
    let (name, tensor, number, _) = Self.functions[index]
    for (x, y) in zip(Self.edges, tensor(Tensor(Self.edges)).scalars) {
      let expected = number(x)
      let isClose =
        y.isNaN && expected.isNaN || y == expected && y.sign == expected.sign
        || abs(y - expected) <= 3 * expected.ulp && y.isFinite
      if !isClose { Issue.record("\(name)(\(x)) is \(y), not \(expected)") }
    }
  }

  @Test func `functions take views`() {
    for x in views(of: counting([3, 5]) / 4) {
      #expect(exp(x) == exp(copy(x).converted(to: x.elementType)))
      #expect(tanh(x) == tanh(copy(x).converted(to: x.elementType)))
      #expect(log(x) == log(copy(x).converted(to: x.elementType)))
    }
  }

  @Test(arguments: [-2, -1, -0.5, 0, 0.5, 1, 2, 3, 4.5])
  func `pow agrees with libm`(_ exponent: Double) {
    let x = Tensor([0.1, 1, 2.5, 1000])
    for (y, base) in zip(pow(x, exponent).scalars, x.scalars) {
      let expected = Foundation.pow(base, exponent)
      #expect(abs(y - expected) <= 2 * expected.ulp)
    }
  }

  @Test func `a float32 sum does not lose small entries`() {
    let x = Tensor(shape: [1 << 20], float32s: Array(repeating: 0.1, count: 1 << 20))
    #expect(abs(x.sum() / 104857.6 - 1) < 1e-6)
  }
}
