import Tensors

precedencegroup SigmoidPipe {
  associativity: left
  lowerThan: RangeFormationPrecedence
}
infix operator |> : SigmoidPipe
func |> <A, B>(value: A, function: (A) throws -> B) rethrows -> B { try function(value) }

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
    let negate = { (t: Tensor) -> Tensor in -t }
    let increment = { (t: Tensor) -> Tensor in t + 1 }
    let invert = { (t: Tensor) -> Tensor in 1 / t }
    let y = x |> negate |> { exp($0) } |> increment |> invert
    return (y, y)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    cache |> { y in y * (1 - y) } |> { upstream * $0 }
  }
}
