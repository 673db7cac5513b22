import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let (points, others) = (rows(of: a), rows(of: b))
  return Tensor(points.map { point in others.map { squaredDistance(point, $0) } })
}

private func rows(of x: Tensor) -> [[Double]] {
  (0..<x.shape[0]).map { x.row($0).scalars }
}

private func squaredDistance(_ p: [Double], _ q: [Double]) -> Double {
  let differences = zip(p, q).map { pair in pair.0 - pair.1 }
  return differences.reduce(0) { sum, difference in sum + difference * difference }
}
