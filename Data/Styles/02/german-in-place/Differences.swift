import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  let rechts = f(x + step), links = f(x - step)
  let breite = 2 * step
  return (rechts - links) / breite
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  var steigungen = Tensor(zerosLike: x).converted(to: .float64)
  steigungen.mutateEntries { s in
    for nummer in s.indices {
      var oben = x.scalars, unten = x.scalars
      oben[nummer] += step
      unten[nummer] -= step
      s[nummer] = (f(Tensor(shape: x.shape, scalars: oben)) - f(Tensor(shape: x.shape, scalars: unten))) / (2 * step)
    }
  }
  return steigungen
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  var oben = x, unten = x
  oben.add(v, times: step)
  unten.add(v, times: -step)
  return (f(oben) - f(unten)) / (2 * step)
}

public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  let wahr = points.map(exact)
  func fehler(_ h: Double) -> Double {
    var summe = 0.0
    for (punkt, richtig) in zip(points, wahr) { summe += abs(derivative(of: f, at: punkt, step: h) - richtig) }
    return summe
  }
  // 1/n steht oben und unten
  return log(fehler(b) / fehler(a)) / log(b / a)
}
