import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  (f(x + step) - f(x - step)) / (2 * step)
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  var walker = Walker(x)
  return Tensor(
    shape: x.shape, scalars: (0..<x.count).map { walker.rise(of: f, entry: $0, step: step) })
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

private struct Walker {
  let shape: [Int]
  var entries: [Double]

  init(_ x: Tensor) {
    shape = x.shape
    entries = x.scalars
  }

  mutating func rise(of f: (Tensor) -> Double, entry: Int, step: Double) -> Double {
    let home = entries[entry]
    defer { entries[entry] = home }
    entries[entry] = home + step
    let high = f(Tensor(shape: shape, scalars: entries))
    entries[entry] = home - step
    return (high - f(Tensor(shape: shape, scalars: entries))) / (2 * step)
  }
}
