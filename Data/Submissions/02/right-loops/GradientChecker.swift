import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  if a.shape != b.shape { return .infinity }
  let (left, right) = (a.scalars, b.scalars)
  var worst = 0.0
  for i in 0..<left.count {
    if !left[i].isFinite || !right[i].isFinite { return .infinity }
    let size = max(floor, max(abs(left[i]), abs(right[i])))
    if size == 0 { continue }
    let error = abs(left[i] - right[i]) / size
    if error > worst { worst = error }
  }
  return worst
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  let (output, cache) = layer.forward(x)
  let upstream = Tensor(normal: output.shape, using: &generator)
  let claimed = layer.backward(upstream, cache: cache)
  let measured = gradient(
    of: { (upstream * layer.forward($0).output).sum() }, at: x, step: 1e-5)
  return relativeError(claimed, measured, floor: 1e-3) < 1e-4
}
