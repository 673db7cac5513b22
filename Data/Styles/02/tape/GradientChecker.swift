import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  if !(a.shape == b.shape) {
    return Double.infinity
  }
  var result: Double = 0
  for index in 0..<a.count {
    result = max(result, apart(a.scalars[index], b.scalars[index], floor))
  }
  return result
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  var right = true
  for _ in 1...2 {
    let pass = layer.forward(x)
    let upstream = Tensor(normal: pass.output.shape, using: &generator)
    let loss: (Tensor) -> Double = { place in
      let product = upstream * layer.forward(place).output
      return product.sum()
    }
    let claimed = layer.backward(upstream, cache: pass.cache)
    let measured = gradient(of: loss, at: x, step: 1e-5)
    let error = relativeError(claimed, measured, floor: 1e-3)
    if !(error < 1e-4) {
      right = false
    }
  }
  return right
}

private func apart(_ p: Double, _ q: Double, _ floor: Double) -> Double {
  switch (p.isFinite, q.isFinite) {
  case (true, true):
    return p == q ? 0 : abs(p - q) / max(floor, max(abs(p), abs(q)))
  default:
    return .infinity
  }
}
