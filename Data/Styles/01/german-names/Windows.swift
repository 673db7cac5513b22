import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let fenster = x.windows(of: [width])          // [N, T - Breite + 1, Breite]
  return fenster.sum(along: 2) / Double(width)
}
