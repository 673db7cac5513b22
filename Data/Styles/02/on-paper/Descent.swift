import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  var way = [start]
  for _ in 0..<steps {
    let x = way[way.count - 1]
    way.append(x - learningRate * gradient(x))
  }
  return way
}

public func fastestRate(curvatures: [Double]) -> Double {
  let (flat, steep) = (curvatures.min() ?? 1, curvatures.max() ?? 1)
  return 1 / (0.5 * flat + 0.5 * steep)
}
