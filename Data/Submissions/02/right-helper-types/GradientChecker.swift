import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  guard a.shape == b.shape else { return .infinity }
  var worst = Distance(a: 0, b: 0, floor: floor)
  for (a, b) in zip(a.scalars, b.scalars) {
    let distance = Distance(a: a, b: b, floor: floor)
    if distance.isStrange { return .infinity }
    if distance.relative > worst.relative { worst = distance }
  }
  return worst.relative
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  let loss = MadeUpLoss(layer, at: x, using: &generator)
  return relativeError(
    loss.claimed(at: x), gradient(of: loss.value, at: x, step: 1e-5), floor: 1e-3) <= 1e-4
}

private struct Distance {
  let a: Double
  let b: Double
  let floor: Double

  var isStrange: Bool { !(a - a == 0 && b - b == 0) }
  var relative: Double { a == b ? 0 : abs(a - b) / max(floor, abs(a), abs(b)) }
}

private struct MadeUpLoss {
  let layer: any Layer
  let upstream: Tensor

  init(_ layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator) {
    self.layer = layer
    let shape = layer.forward(x).output.shape
    upstream = Tensor(uniform: shape, in: -1..<1, using: &generator)
  }

  func value(_ x: Tensor) -> Double { (layer.forward(x).output * upstream).sum() }

  func claimed(at x: Tensor) -> Tensor {
    layer.backward(upstream, cache: layer.forward(x).cache)
  }
}
