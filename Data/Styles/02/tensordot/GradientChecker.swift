import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  guard a.shape == b.shape else { return .infinity }
  guard (a.scalars + b.scalars).allSatisfy(\.isFinite) else { return .infinity }
  let distance = abs(a - b)
  let size = max(max(abs(a), abs(b)), floor)
  return (distance / size.replacing(with: 1, where: size .== 0)).max()
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  let (output, cache) = layer.forward(x)
  let upstream = Tensor(normal: output.shape, using: &generator)
  let claimed = layer.backward(upstream, cache: cache)
  guard claimed.shape == x.shape else { return false }
  let measured = gradient(
    of: { (layer.forward($0).output * upstream).sum() }, at: x, step: 1e-5)
  let sizes = max(max(abs(claimed), abs(measured)), 1e-3)
  // Of NaN this is false, whichever way round.
  return (abs(claimed - measured) .< 1e-4 * sizes).trueCount == x.count
}
