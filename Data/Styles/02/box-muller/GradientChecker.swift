import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  func worst(_ p: ArraySlice<Double>, _ q: ArraySlice<Double>) -> Double {
    if p.isEmpty { return 0 }
    if p.count == 1 { return apart(p.first!, q.first!, floor) }
    let half = p.count / 2
    return max(worst(p.prefix(half), q.prefix(half)), worst(p.dropFirst(half), q.dropFirst(half)))
  }
  return a.shape == b.shape ? worst(a.scalars[...], b.scalars[...]) : .infinity
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  func bell() -> Double {
    let u = 1 - Double.random(in: 0..<1, using: &generator)
    let angle = Double.random(in: 0..<(2 * Double.pi), using: &generator)
    return (-2 * log(u)).squareRoot() * cos(angle)
  }
  let (y, cache) = layer.forward(x)
  let up = Tensor(shape: y.shape, scalars: y.scalars.map { _ in bell() })
  let measured = gradient(of: { (layer.forward($0).output * up).sum() }, at: x, step: 1e-5)
  return relativeError(measured, layer.backward(up, cache: cache), floor: 1e-3) < 1e-4
}

private func apart(_ p: Double, _ q: Double, _ floor: Double) -> Double {
  switch (p.isFinite, q.isFinite) {
  case (true, true):
    return p == q ? 0 : abs(p - q) / max(floor, max(abs(p), abs(q)))
  default:
    return .infinity
  }
}
