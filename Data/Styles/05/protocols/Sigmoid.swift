import Tensors

/// A layer that is a function of each entry by itself.
protocol Pointwise: Layer {
  static func value(_ x: Double) -> Double
  static func slope(_ x: Double) -> Double
}

extension Pointwise {
  func applied(_ f: (Double) -> Double, to x: Tensor) -> Tensor {
    Tensor(shape: x.shape, scalars: x.scalars.map(f)).converted(to: x.elementType)
  }
}

/// The logistic function, entry by entry.
///
///     y = 1 / (1 + e⁻ˣ)
///
/// | name | shape | meaning                      |
/// | ---- | ----- | ---------------------------- |
/// | `x`  | any   | the inputs                   |
/// | `y`  | as x  | the outputs, between 0 and 1 |
public struct Sigmoid: Pointwise {
  public init() {}

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    (applied(Self.value, to: x), x)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream * applied(Self.slope, to: cache)
  }

  static func value(_ x: Double) -> Double { x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)) }
  static func slope(_ x: Double) -> Double { value(x) * value(-x) }
}
