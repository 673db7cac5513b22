import Tensors

private struct Point {
  let coordinates: [Double]
  init(_ t: Tensor) { coordinates = t.scalars }
  func squaredDistance(to other: Point) -> Double {
    var s = 0.0
    for (p, q) in zip(coordinates, other.coordinates) { s += (p - q) * (p - q) }
    return s
  }
}

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let list = (0..<a.shape[0]).map { Point(a.row($0)) }
  let others = (0..<b.shape[0]).map { Point(b.row($0)) }
  let rows = list.map { p in Tensor(others.map { q in p.squaredDistance(to: q) }).expandingAxis(at: 0) }
  return Tensor(concatenating: rows, along: 0)
}
