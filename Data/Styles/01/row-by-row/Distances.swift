import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let rows = (0..<a.shape[0]).map { n in
    pow(b - a.row(n), 2).sum(along: 1).expandingAxis(at: 0)
  }
  return Tensor(concatenating: rows, along: 0)
}
