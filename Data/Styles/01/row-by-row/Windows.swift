import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let rows = (0..<x.shape[0]).map { n in
    x.row(n).windows(of: [width]).mean(along: 1).expandingAxis(at: 0)
  }
  return Tensor(concatenating: rows, along: 0)
}
