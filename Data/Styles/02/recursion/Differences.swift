import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  (f(x + step) - f(x - step)) / (2 * step)
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  func slopes(from i: Int) -> [Double] {
    guard i < x.count else { return [] }
    var right = x.scalars
    var left = x.scalars
    right[i] += step
    left[i] -= step
    let slope =
      (f(Tensor(shape: x.shape, scalars: right)) - f(Tensor(shape: x.shape, scalars: left)))
      / (2 * step)
    return [slope] + slopes(from: i + 1)
  }
  return Tensor(shape: x.shape, scalars: slopes(from: 0))
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
  func error(_ step: Double) -> Double {
    let errors = points.map { abs(derivative(of: f, at: $0, step: step) - exact($0)) }
    return errors.reduce(0, +) / Double(points.count)
  }
  return log(error(b) / error(a)) / log(b / a)
}
