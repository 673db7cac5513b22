import Tensors

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
    let axis = x.rank - 1
    let distance = x - x.mean(along: axis, keepingAxis: true)
    let root = sqrt(pow(distance, 2).sum(along: axis, keepingAxis: true) / scale.count + epsilon)
    let cache = Cache(normalized: x, deviation: root)
    return (shift + scale * (distance / root), cache)
  }

  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let (x, root, axis) = (cache.normalized, cache.deviation, upstream.rank - 1)
    let distance = x - x.mean(along: axis, keepingAxis: true)
    let dHat = upstream * scale
    let dVariance =
      (dHat * distance).sum(along: axis, keepingAxis: true) * -0.5 / (root * root * root)
    let dMean = (dHat / -root).sum(along: axis, keepingAxis: true)
    let n = Double(scale.count)
    let dx = dHat / root + dVariance * 2 * distance / n + dMean / n
    func overPositions(_ gradient: Tensor) -> Tensor {
      gradient.reshaped(to: [-1, scale.count]).sum(along: 0)
    }
    return (
      x: dx, parameters: [overPositions(upstream * distance / root), overPositions(upstream)]
    )
  }
}
