import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  0.5 * f(x + step) / step - 0.5 * f(x - step) / step
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
  var logs: [Double] = []
  for step in [b, a] {
    var sum = 0.0
    for x in points {
      let miss = (f(x + step) - f(x - step)) / (2 * step) - exact(x)
      sum += miss < 0 ? -miss : miss
    }
    logs.append(log(sum / Double(points.count)))
  }
  return (logs[0] - logs[1]) / (log(b) - log(a))
}
