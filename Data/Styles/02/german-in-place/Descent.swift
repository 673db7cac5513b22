import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  var ort = start
  var weg: [Tensor] = []
  weg.reserveCapacity(steps + 1)
  weg.append(ort)
  for _ in 0..<steps {
    ort.add(gradient(ort), times: -learningRate)
    weg.append(ort)
  }
  return weg
}

public func fastestRate(curvatures: [Double]) -> Double {
  let geordnet = curvatures.sorted()
  return 2 / (geordnet.first! + geordnet.last!)
}
