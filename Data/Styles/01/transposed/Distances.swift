import Tensors

/// Coordinate by coordinate.
public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let (columns, others) = (a.transposed(), b.transposed())
  return (0..<a.shape[1]).map { k in
    let difference = columns.row(k).expandingAxis(at: 1) - others.row(k)
    return difference * difference
  }.reduce(0, +)
}
