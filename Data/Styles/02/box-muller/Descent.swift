import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  if steps == 0 { return [start] }
  let next = start - learningRate * gradient(start)
  return [start] + descent(from: next, learningRate: learningRate, steps: steps - 1, gradient: gradient)
}

public func fastestRate(curvatures: [Double]) -> Double {
  func ends(_ c: ArraySlice<Double>) -> (Double, Double) {
    if c.count == 1 { return (c.first!, c.first!) }
    let left = ends(c.prefix(c.count / 2))
    let right = ends(c.dropFirst(c.count / 2))
    return (min(left.0, right.0), max(left.1, right.1))
  }
  let (flat, steep) = ends(curvatures[...])
  return 1 / ((flat + steep) / 2)
}
