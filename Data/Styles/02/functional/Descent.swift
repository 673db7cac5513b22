import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  (0..<steps).reduce(into: [start]) { places, _ in
    let here = places[places.endIndex - 1]
    places.append(here - gradient(here) * learningRate)
  }
}

public func fastestRate(curvatures: [Double]) -> Double {
  let sorted = curvatures.sorted()
  return 2 / (sorted.first! + sorted.last!)
}
