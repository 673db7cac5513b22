import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let schwelle = thresholds.reshaped(to: [-1, 1])
  let zuKlein = x .< schwelle
  return x.replacing(with: 0, where: zuKlein)
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var zeilen: [Double] = []
  for marke in labels {
    for klasse in 0..<classes { zeilen.append(marke == klasse ? 1 : 0) }
  }
  return Tensor(shape: [labels.count, classes], scalars: zeilen)
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  let vermutung = Tensor(scores.argmax(along: 1))
  let treffer = (vermutung .== Tensor(labels)).trueCount
  return Double(treffer) / Double(labels.count)
}
