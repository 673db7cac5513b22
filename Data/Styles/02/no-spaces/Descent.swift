import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  var w=[start];while w.count<=steps{let p=w[w.count-1];w.append(p-learningRate*gradient(p))};return w
}

public func fastestRate(curvatures: [Double]) -> Double {
  2/(curvatures.min()!+curvatures.max()!)
}
