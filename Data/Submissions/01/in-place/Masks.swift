import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  var y = x
  y *= x .>= thresholds.reshaped(to: [-1, 1])
  return y
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var rows = Tensor(zeros: [labels.count, classes])
  let known = labels.indices.filter { (0..<classes).contains(labels[$0]) }
  for i in known { rows[i, labels[i]] += 1 }
  return rows
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  var right = Tensor(zeros: [labels.count])
  for (i, guess) in scores.argmax(along: 1).enumerated() where guess == labels[i] { right[i] = 1 }
  return right.mean()
}
