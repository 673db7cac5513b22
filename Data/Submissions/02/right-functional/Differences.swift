import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  [1.0, -1.0].map { side in side * f(x + side * step) }.reduce(0, +) / step / 2
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  Tensor(
    shape: x.shape,
    scalars: x.scalars.indices.map { i in
      let sides = [step, -step].map { shift in
        f(Tensor(shape: x.shape, scalars: x.scalars.enumerated().map { $0 == i ? $1 + shift : $1 }))
      }
      return (sides[0] - sides[1]) / (2 * step)
    })
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  zip([1.0, -1.0], [x + step * v, x - step * v]).map { $0 * f($1) }.reduce(0, +) / (2 * step)
}

public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  let errors = [a, b].map { step in
    points.map { abs(exact($0) - derivative(of: f, at: $0, step: step)) }.reduce(0, +)
  }
  return log(errors[0] / errors[1]) / log(a / b)
}
