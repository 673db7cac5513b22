import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  let right = x + step
  let left = x - step
  let rise = f(right) - f(left)
  let run = right - left
  return abs(run - 2 * step) < 1e-9 * step ? rise / run : rise / (2 * step)
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  let entries = x.scalars
  let slopes = entries.indices.map { i in
    let along = { (entry: Double) in
      var moved = entries
      moved[i] = entry
      return f(Tensor(shape: x.shape, scalars: moved))
    }
    return derivative(of: along, at: entries[i], step: step)
  }
  return Tensor(shape: x.shape, scalars: slopes)
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  derivative(of: { f(x + $0 * v) }, at: 0, step: step)
}

public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  var errorsA: [Double] = []
  var errorsB: [Double] = []
  for point in points {
    let slope = exact(point)
    let measuredA = derivative(of: f, at: point, step: a)
    let measuredB = derivative(of: f, at: point, step: b)
    errorsA.append(abs(measuredA - slope))
    errorsB.append(abs(measuredB - slope))
  }
  let meanA = Tensor(errorsA).mean()
  let meanB = Tensor(errorsB).mean()
  let rise = log(meanB) - log(meanA)
  let run = log(b) - log(a)
  return rise / run
}
