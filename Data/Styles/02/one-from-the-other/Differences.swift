import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  let place = Tensor([x])
  let direction = Tensor([1])
  return (f((place + step * direction)[0]) - f((place - step * direction)[0])) / (2 * step)
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  let flat = (0..<x.count).map { i in
    let unit = Tensor(oneHot: [i], count: x.count).reshaped(to: x.shape)
    return directionalDerivative(of: f, at: x, along: unit, step: step)
  }
  return Tensor(flat).reshaped(to: x.shape)
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  let (high, low) = (f(x + v * step), f(x - v * step))
  return (high - low) * 0.5 / step
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
