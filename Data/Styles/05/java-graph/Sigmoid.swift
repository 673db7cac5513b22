import Tensors

private enum Trouble: Error { case shapes([Int], [Int]) }

private func product(_ a: Tensor, _ b: Tensor) throws(Trouble) -> Tensor {
  guard a.shape == b.shape else { throw .shapes(a.shape, b.shape) }
  return a * b
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
    let y = 1 / (exp(-x) + 1)
    return (y, y)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    do {
      return try product(upstream, try product(cache, 1 - cache))
    } catch {
      switch error {
      case .shapes(let a, let b): fatalError("Sigmoid: \(a) and \(b) differ")
      }
    }
  }
}
