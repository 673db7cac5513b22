import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  var way: [Tensor] = []
  way.append(start)
  for step in 0..<steps {
    let here = way[step]
    let uphill = gradient(here)
    let move = -learningRate * uphill
    let there = here + move
    way.append(there)
  }
  return way
}

public func fastestRate(curvatures: [Double]) -> Double {
  2 / (curvatures.min()! + curvatures.max()!)
}
