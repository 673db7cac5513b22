import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  var places = [Tensor](repeating: start, count: steps + 1)
  for index in 0..<steps {
    let slope: Tensor = gradient(places[index])
    let step: Tensor = learningRate * slope
    places[index + 1] = places[index] - step
  }
  return places
}

public func fastestRate(curvatures: [Double]) -> Double {
  let tensor = Tensor(curvatures)
  let smallest: Double = tensor.min()
  let largest: Double = tensor.max()
  let middle = smallest + (largest - smallest) / 2
  return 1 / middle
}
