import Tensors

/// The same for each position: a matrix of slopes.
public struct LayerNorm: Parameterized {
  public var scale: Tensor
  public var shift: Tensor
  public var epsilon: Double

  public struct Cache: Sendable {
    var normalized: Tensor

    var deviation: Tensor
  }

  public init(width: Int, epsilon: Double = 1e-5) {
    scale = Tensor(ones: [width])
    shift = Tensor(zeros: [width])
    self.epsilon = epsilon
  }

  public var parameters: [Tensor] {
    get { [scale, shift] }
    set { (scale, shift) = (newValue[0], newValue[1]) }
  }

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Cache) {
    let last = x.rank - 1
    let centered = x - x.mean(along: last, keepingAxis: true)
    let variance = (centered * centered).mean(along: last, keepingAxis: true)
    let deviation = sqrt(variance + epsilon)
    let normalized = centered / deviation
    return (normalized * scale + shift, Cache(normalized: normalized, deviation: deviation))
  }

  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let (width, shape) = (scale.count, upstream.shape)
    let rows = cache.normalized.reshaped(to: [-1, 1, width])
    let identity = Tensor(oneHot: Array(0..<width), count: width)
    let outer = rows.transposed(permuting: [0, 2, 1]).matmul(rows)
    let slopes = identity - 1 / Double(width) - outer / Double(width)
    let g = (upstream * scale).reshaped(to: [-1, 1, width])
    let dx = g.matmul(slopes).reshaped(to: shape) / cache.deviation
    let flat = upstream.reshaped(to: [-1, width])
    return (
      x: dx,
      parameters: [
        (flat * cache.normalized.reshaped(to: [-1, width])).sum(along: 0), flat.sum(along: 0),
      ]
    )
  }
}
