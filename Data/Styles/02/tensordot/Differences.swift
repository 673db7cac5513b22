import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  (f(x + step) - f(x - step)) / (2 * step)
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
  (f(x + step * v) - f(x + -step * v)) / (step + step)
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
