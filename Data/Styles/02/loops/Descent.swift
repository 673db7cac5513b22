import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  var places = [start]
  var x = start
  var left = steps
  while left > 0 {
    let slope = gradient(x)
    x -= learningRate * slope
    places.append(x)
    left -= 1
  }
  return places
}

public func fastestRate(curvatures: [Double]) -> Double {
  var low = curvatures[0]
  var high = curvatures[0]
  for curvature in curvatures {
    if curvature < low { low = curvature }
    if curvature > high { high = curvature }
  }
  return 1 / ((low + high) / 2)
}
