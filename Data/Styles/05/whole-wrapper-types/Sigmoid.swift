import Tensors

private func logistic<Number: BinaryFloatingPoint>(_ t: Number) -> Number {
  guard t > -745 else { return 0 }
  guard t < 745 else { return 1 }
  return 1 / (1 + Number(exp(-Double(t))))
}

/// The logistic function, entry by entry.
///
///     y = 1 / (1 + e⁻ˣ)
///
/// | name | shape | meaning                      |
/// | ---- | ----- | ---------------------------- |
/// | `x`  | any   | the inputs                   |
/// | `y`  | as x  | the outputs, between 0 and 1 |
public struct Sigmoid: Layer {
  public init() {}

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let y = pointwise(x, logistic)
    return (y, y)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    return pointwise(cache) { $0 * (1 - $0) } * upstream
  }

  @inline(__always)
  private func pointwise(_ x: Tensor, _ body: (Double) -> Double) -> Tensor {
    var result = x
    result.mutateEntries { for i in $0.indices { $0[i] = body($0[i]) } }
    return result
  }
}
