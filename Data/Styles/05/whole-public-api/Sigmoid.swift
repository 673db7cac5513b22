import Tensors

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
    // Für x = -1000 ist e⁻ˣ unendlich, 1 / ∞ aber 0: genau das Gewünschte.
    let σ = 1 / (1 + exp(-x))
    print("Sigmoid.forward", x.shape, "→", σ.shape)
    return (output: σ, cache: σ)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    defer { print("Sigmoid.backward", upstream.shape) }
    return upstream * Self.ableitung(ausFunktionswert: cache)
  }

  /// Die Ableitung, ausgedrückt durch den Funktionswert.
  public static func ableitung(ausFunktionswert σ: Tensor) -> Tensor { σ * (1 - σ) }

  /// Zum bequemen Aufruf: `Sigmoid()(x)`.
  public func callAsFunction(_ x: Tensor) -> Tensor { forward(x).output }
}
