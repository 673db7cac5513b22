import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  guard a.shape == b.shape else { return .infinity }
  return zip(a.scalars, b.scalars).map { left, right in
    guard left.isFinite && right.isFinite else { return Double.infinity }
    return left == right ? 0 : abs(left - right) / [abs(left), abs(right), floor].max()!
  }.max() ?? 0
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  let (output, cache) = layer.forward(x)
  let upstream = 3 * Tensor(normal: output.shape, using: &generator)
  let claimed = layer.backward(upstream, cache: cache)
  let measured = gradient(
    of: { zip(upstream.scalars, layer.forward($0).output.scalars).map(*).reduce(0, +) }, at: x,
    step: 1e-5)
  return claimed.shape == measured.shape
    && zip(claimed.scalars, measured.scalars).allSatisfy { abs($0 - $1) <= 1e-7 + 1e-4 * abs($1) }
}
