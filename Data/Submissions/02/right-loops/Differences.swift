import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  (f(x + step) - f(x - step)) / (2 * step)
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  var slopes: [Double] = []
  var entries = x.scalars
  for i in 0..<entries.count {
    let old = entries[i]
    entries[i] = old + step
    let right = f(Tensor(shape: x.shape, scalars: entries))
    entries[i] = old - step
    let left = f(Tensor(shape: x.shape, scalars: entries))
    entries[i] = old
    slopes.append((right - left) / 2 / step)
  }
  return Tensor(shape: x.shape, scalars: slopes)
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  var right = x.scalars
  var left = x.scalars
  let direction = v.scalars
  for i in 0..<right.count {
    right[i] += step * direction[i]
    left[i] -= step * direction[i]
  }
  let high = f(Tensor(shape: x.shape, scalars: right))
  let low = f(Tensor(shape: x.shape, scalars: left))
  return (high - low) / (2 * step)
}

public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  var (atA, atB) = (0.0, 0.0)
  for point in points {
    atA += abs(derivative(of: f, at: point, step: a) - exact(point))
    atB += abs(derivative(of: f, at: point, step: b) - exact(point))
  }
  return (log(atB) - log(atA)) / (log(b) - log(a))
}
