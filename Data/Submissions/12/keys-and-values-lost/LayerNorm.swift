import Tensors

/// Gives each position's entries mean 0 and deviation 1, and then each entry a scale and a shift of its
/// own.
///
///     x̂ = (x - mean) / √(variance + epsilon)        y = scale · x̂ + shift
///
/// Mean and variance are those of the D entries on the last axis, for each position alone; the variance
/// is their mean square distance from the mean, divided by D.
///
/// | name             | shape    | meaning                  |
/// | ---------------- | -------- | ------------------------ |
/// | `x`              | `[…, D]` | any number of positions  |
/// | `scale`, `shift` | `[D]`    | learnt; at first 1 and 0 |
/// | `y`              | as x     | the outputs              |
///
/// After Jimmy Lei Ba, Jamie Ryan Kiros and Geoffrey Hinton, "Layer normalization", 2016.
public struct LayerNorm: Parameterized {
  public var scale: Tensor
  public var shift: Tensor
  public var epsilon: Double

  /// What the way back needs: what is in it is up to you.
  public struct Cache: Sendable {
    /// x̂, in the shape of x.
    var normalized: Tensor

    /// √(variance + epsilon), `[…, 1]`.
    var deviation: Tensor
  }

  public init(width: Int, epsilon: Double = 1e-5) {
    scale = Tensor(ones: [width])
    shift = Tensor(zeros: [width])
    self.epsilon = epsilon
  }

  /// `scale`, `shift`
  public var parameters: [Tensor] {
    get { [scale, shift] }
    set { (scale, shift) = (newValue[0], newValue[1]) }
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Cache) {
    let last = x.rank - 1
    let centered = x - x.mean(along: last, keepingAxis: true)
    let variance = (centered * centered).mean(along: last, keepingAxis: true)
    let deviation = sqrt(variance + epsilon)
    let normalized = centered / deviation
    return (normalized * scale + shift, Cache(normalized: normalized, deviation: deviation))
  }

  /// Returns the gradients of the loss at `x` and at the parameters, given `upstream`, its gradient at
  /// `y`.
  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let (normalized, last) = (cache.normalized, upstream.rank - 1)
    let products = upstream * normalized
    let slopes = upstream * scale
    let alongMean = slopes.mean(along: last, keepingAxis: true)
    let alongDeviation = (slopes * normalized).mean(along: last, keepingAxis: true)
    let rows = [-1, scale.count]
    return (
      x: (slopes - alongMean - normalized * alongDeviation) / cache.deviation,
      parameters: [
        products.reshaped(to: rows).sum(along: 0), upstream.reshaped(to: rows).sum(along: 0),
      ]
    )
  }
}
