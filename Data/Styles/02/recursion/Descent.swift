import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  guard steps > 0 else { return [start] }
  let next = start - learningRate * gradient(start)
  return [start]
    + descent(from: next, learningRate: learningRate, steps: steps - 1, gradient: gradient)
}

public func fastestRate(curvatures: [Double]) -> Double {
  func ends(_ rest: ArraySlice<Double>) -> (Double, Double) {
    guard let first = rest.first else { return (.infinity, 0) }
    let (low, high) = ends(rest.dropFirst())
    return (min(first, low), max(first, high))
  }
  let (low, high) = ends(curvatures[...])
  return 2 / (low + high)
}
