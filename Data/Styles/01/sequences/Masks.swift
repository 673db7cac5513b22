import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let t = thresholds.reshaped(to: [x.shape[0], 1])
  let above = max(sign(x - t), -1) .>= 0
  return x * (above .| (x .== t))
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  let y = (0..<labels.count * classes).lazy.map { place in
    switch place.quotientAndRemainder(dividingBy: classes) {
    case (let n, let c) where labels[n] == c: 1.0
    default: 0.0
    }
  }
  return Tensor(shape: [labels.count, classes], scalars: Array(y))
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  var table = [[0, 0]]
  for (n, g) in scores.argmax(along: 1).enumerated() {
    table[0][g == labels[n] ? 1 : 0] += 1
  }
  return Double(table[0][1]) / Double(table[0][0] + table[0][1])
}
