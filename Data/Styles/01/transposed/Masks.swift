import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let columns = x.transposed()
  return Tensor(zerosLike: columns).replacing(with: columns, where: columns .>= thresholds)
    .transposed()
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  let columns = Tensor(0..<classes).expandingAxis(at: 1) .== Tensor(labels)
  return Tensor(columns).transposed()
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  Tensor(Tensor(scores.transposed().argmax(along: 0)) .== Tensor(labels)).mean()
}
