import Tensors

public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  guard a.shape == b.shape else { return .infinity }
  var largest = 0.0
  for (a, b) in zip(a.scalars, b.scalars) where a != b || !a.isFinite {
    guard a.isFinite, b.isFinite else { return .infinity }
    largest = max(largest, abs(a - b) / max(abs(a), abs(b), floor))
  }
  return largest
}

public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  // Three drawn losses must all agree.
  for _ in 0..<3 {
    let (output, cache) = layer.forward(x)
    let upstream = Tensor(normal: output.shape, using: &generator)
    let claimed = layer.backward(upstream, cache: cache)
    if claimed.shape != x.shape || !claimed.scalars.allSatisfy(\.isFinite) { return false }
    for (i, entry) in claimed.scalars.enumerated() {
      var (right, left) = (x.scalars, x.scalars)
      right[i] += 1e-5
      left[i] -= 1e-5
      let rise =
        (upstream * layer.forward(Tensor(shape: x.shape, scalars: right)).output).sum()
        - (upstream * layer.forward(Tensor(shape: x.shape, scalars: left)).output).sum()
      let slope = rise / 2e-5
      guard abs(entry - slope) <= 1e-4 * max(abs(entry), abs(slope), 1e-3) else { return false }
    }
  }
  return true
}
