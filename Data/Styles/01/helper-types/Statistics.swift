import Tensors

extension Tensor {
  fileprivate func average(over axis: Int) -> Tensor { sum(along: axis, keepingAxis: true) / Double(shape[axis]) }
}

private struct Moments {
  var n = 0
  var mean: Tensor
  var squares: Tensor

  init(columns: Int) {
    mean = Tensor(zeros: [columns])
    squares = Tensor(zeros: [columns])
  }

  mutating func add(_ x: Tensor) {
    n += 1
    let before = x - mean
    mean = mean + before / Double(n)
    squares = squares + before * (x - mean)
  }

  var variance: Tensor { squares / Double(n) }
}

public func rowMeans(_ x: Tensor) -> Tensor {
  x.average(over: 1).squeezed(at: 1)
}

public func centeredRows(_ x: Tensor) -> Tensor {
  x - x.average(over: 1)
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  var m = Moments(columns: x.shape[1])
  for n in 0..<x.shape[0] { m.add(x.row(n)) }
  return (x - m.mean) / sqrt(m.variance + epsilon)
}
