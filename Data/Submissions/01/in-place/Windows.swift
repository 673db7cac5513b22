import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let count = x.shape[1] - width + 1
  let columns = x.transposed()
  var sum = Tensor(zerosLike: columns[..<count])
  for k in 0..<width { sum += columns[k..<k + count] }
  sum /= width
  return sum.transposed()
}
