import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let rows = (0..<x.shape[0]).map { n -> Tensor in
    let r = x.row(n)
    return (r * (r .>= thresholds[n])).expandingAxis(at: 0)
  }
  return Tensor(concatenating: rows, along: 0)
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  let valid = 0..<classes
  var y = Tensor(zeros: [labels.count, classes])
  for (n, label) in labels.enumerated() where valid.contains(label) { y[n, label] = 1 }
  return y
}

private func firstGreatest<S: RandomAccessCollection>(_ s: S) -> Int where S.Element: Comparable, S.Index == Int {
  var best = s.startIndex
  for i in s.indices where s[best] < s[i] { best = i }
  return best
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  let hits = labels.indices.reduce(into: 0) { hits, n in
    if firstGreatest(scores.row(n).scalars) == labels[n] { hits += 1 }
  }
  return Double(hits) / Double(labels.count)
}
