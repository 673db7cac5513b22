import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  Tensor((0..<x.shape[0]).map { x.row($0).mean() })
}

public func centeredRows(_ x: Tensor) -> Tensor {
  Tensor((0..<x.shape[0]).map { (x.row($0) - x.row($0).mean()).scalars })
}

/// Welford's: mean and squares in one pass, and no large numbers are subtracted.
public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  var mean = Tensor(zerosLike: x.row(0))
  var squares = Tensor(zerosLike: x.row(0))
  for i in 0..<x.shape[0] {
    let before = x.row(i) - mean
    mean += before / Double(i + 1)
    squares += before * (x.row(i) - mean)
  }
  return (x - mean) / sqrt(squares / x.shape[0] + epsilon)
}
