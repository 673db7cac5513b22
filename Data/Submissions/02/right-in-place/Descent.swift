import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  var x = start
  var places: [Tensor] = []
  for _ in 0..<steps {
    places.append(x)
    x.add(gradient(x), times: -learningRate)
  }
  places.append(x)
  return places
}

public func fastestRate(curvatures: [Double]) -> Double {
  2 / (curvatures.min()! + curvatures.max()!)
}
