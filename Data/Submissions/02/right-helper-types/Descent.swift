import Tensors

public func descent(
  from start: Tensor, learningRate: Double, steps: Int, gradient: (Tensor) -> Tensor
) -> [Tensor] {
  var hiker = Hiker(place: start, rate: learningRate)
  for _ in 0..<steps { hiker.step(gradient) }
  return hiker.way
}

public func fastestRate(curvatures: [Double]) -> Double {
  2 / (curvatures.min()! + curvatures.max()!)
}

private struct Hiker {
  var place: Tensor {
    didSet { way.append(place) }
  }
  let rate: Double
  var way: [Tensor]

  init(place: Tensor, rate: Double) {
    self.place = place
    self.rate = rate
    way = [place]
  }

  mutating func step(_ gradient: (Tensor) -> Tensor) {
    place = place - rate * gradient(place)
  }
}
