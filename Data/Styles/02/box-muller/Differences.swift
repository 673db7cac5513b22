import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  let g = { (u: Double, v: Double) in (u - v) * (0.5 / step) }
  return g(f(x + step), f(x - step))
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  func slopes(from i: Int) -> [Double] {
    if i == x.count { return [] }
    var unit = [Double](repeating: 0, count: x.count)
    unit[i] = 1
    let here = directionalDerivative(of: f, at: x, along: Tensor(shape: x.shape, scalars: unit), step: step)
    return [here] + slopes(from: i + 1)
  }
  return Tensor(shape: x.shape, scalars: slopes(from: 0))
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  func walk(_ t: Double) -> Double { f(x + v * t) }
  return 0.5 * (walk(step) - walk(-step)) / step
}

public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  func total(_ rest: ArraySlice<Double>, _ h: Double) -> Double {
    guard let p = rest.first else { return 0 }
    return abs(derivative(of: f, at: p, step: h) - exact(p)) + total(rest.dropFirst(), h)
  }
  let n = Double(points.count)
  return (log(total(points[...], b) / n) - log(total(points[...], a) / n)) / (log(b) - log(a))
}
