import Tensors

public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  let difference = Difference(step: step)
  return difference.slope(of: f, at: x)
}

public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  var result: [Double] = []
  var index = 0
  while index < x.count {
    let place = x.scalars
    func moving(_ value: Double) -> Double {
      var copy = place
      copy[index] = value
      let moved = Tensor(shape: x.shape, scalars: copy)
      return f(moved)
    }
    let difference = Difference(step: step)
    result.append(difference.slope(of: moving, at: place[index]))
    index += 1
  }
  return Tensor(shape: x.shape, scalars: result)
}

public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  let difference = Difference(step: step)
  return difference.slope(of: { (t: Double) -> Double in f(x + t * v) }, at: 0.0)
}

public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  let coarse = Difference(step: b).meanError(of: f, exact: exact, points: points)
  let fine = Difference(step: a).meanError(of: f, exact: exact, points: points)
  let numerator = log(coarse / fine)
  let denominator = log(b / a)
  return numerator / denominator
}

private struct Difference {
  let step: Double

  func slope(of function: (Double) -> Double, at place: Double) -> Double {
    let right = function(place + self.step)
    let left = function(place - self.step)
    return (right - left) / (2.0 * self.step)
  }

  func meanError(of function: (Double) -> Double, exact: (Double) -> Double, points: [Double]) -> Double {
    var sum = 0.0
    for point in points {
      let error = self.slope(of: function, at: point) - exact(point)
      sum += error < 0 ? -error : error
    }
    return sum / Double(points.count)
  }
}
