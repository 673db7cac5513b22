import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  (f(x + step) - f(x - step)) / (2 * step)
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  var probe = x
  var slopes = Tensor(zerosLike: x)
  for i in 0..<x.count {
    probe.mutateEntries { $0[i] += step }
    let right = f(probe)
    probe.mutateEntries { $0[i] -= 2 * step }
    let left = f(probe)
    probe.mutateEntries { $0[i] += step }
    slopes.mutateEntries { $0[i] = (right - left) / (2 * step) }
  }
  return slopes
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  var probe = x
  probe.add(v, times: step)
  var rise = f(probe)
  probe.add(v, times: -2 * step)
  rise -= f(probe)
  return rise / (2 * step)
}

public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  func error(_ step: Double) -> Double {
    let errors = points.map { abs(derivative(of: f, at: $0, step: step) - exact($0)) }
    return errors.reduce(0, +) / Double(points.count)
  }
  return log(error(b) / error(a)) / log(b / a)
}
