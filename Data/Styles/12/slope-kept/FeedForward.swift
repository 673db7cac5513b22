import Tensors

/// Two affine layers with SiLU between them, for each position alone.
///
///     a = x · W₁ + b₁        h = a · sigmoid(a) = a / (1 + e⁻ᵃ)        y = h · W₂ + b₂
///
/// | name        | shape      | meaning               |
/// | ----------- | ---------- | --------------------- |
/// | `x`         | `[…, D]`   | any number of positions |
/// | `expanding` | D to F     | the first layer       |
/// | `reducing`  | F to D     | the second            |
/// | `y`         | `[…, D]`   | the outputs           |
///
/// SiLU, the sigmoid linear unit, is ReLU without the kink.
public struct FeedForward: Parameterized {
  public var expanding: Linear
  public var reducing: Linear

  /// What the way back needs: what is in it is up to you.
  public struct Cache: Sendable {
    var x: Tensor

    /// a, and what SiLU made of it.
    var sums: Tensor
    var hidden: Tensor
  }

  public init(width: Int, hidden: Int, using generator: inout some RandomNumberGenerator) {
    expanding = Linear(inputs: width, outputs: hidden, using: &generator)
    reducing = Linear(inputs: hidden, outputs: width, using: &generator)
  }

  /// Those of `expanding`, then those of `reducing`.
  public var parameters: [Tensor] {
    get { expanding.parameters + reducing.parameters }
    set {
      var rest = newValue[...]
      expanding.take(from: &rest)
      reducing.take(from: &rest)
    }
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Cache) {
    let a = expanding.forward(x)
    let s = 0.5 + 0.5 * tanh(0.5 * a)
    let hidden = s * a
    return (reducing.forward(hidden), Cache(x: x, sums: s + hidden - hidden * s, hidden: hidden))
  }

  /// Returns the gradients of the loss at `x` and at the parameters, given `upstream`, its gradient at
  /// `y`.
  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let (dh, late) = reducing.backward(upstream, x: cache.hidden)
    let (dx, early) = expanding.backward(dh * cache.sums, x: cache.x)
    return (x: dx, parameters: early + late)
  }
}
