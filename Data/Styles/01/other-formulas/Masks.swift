import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let isLow = (x - thresholds.expandingAxis(at: 1)) .< 0
  return x * .!isLow
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  let isClass = labels.map { $0 >= 0 && $0 < classes }
  let safe = zip(labels, isClass).map { $1 ? $0 : 0 }
  let known = Tensor(isClass.map { $0 ? 1.0 : 0 }).expandingAxis(at: 1)
  return Tensor(oneHot: safe, count: classes) * known
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  1 - Double((Tensor(scores.argmax(along: 1)) .!= Tensor(labels)).trueCount) / Double(labels.count)
}
