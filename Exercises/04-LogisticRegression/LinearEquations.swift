import Tensors

/// Returns the x `[K, M]` with a · x = b, for a square `a` `[K, K]` and a right side `b` `[K, M]`.
///
/// Read it; there is nothing to write here. Gauss's elimination: the row with the largest entry is
/// swapped up, its multiples are taken from the others. Stops the program where `a` has no inverse.
public func solve(_ a: Tensor, _ b: Tensor) -> Tensor {
  let (size, columns) = (a.shape[0], b.shape[1])
  guard a.shape == [size, size], b.shape[0] == size else {
    fatalError("solve: \(a.shape) · x = \(b.shape): a must be square, and b have as many rows")
  }
  var rows = (0..<size).map { a.row($0).scalars + b.row($0).scalars }
  for i in 0..<size {
    let largest = (i..<size).max { abs(rows[$0][i]) < abs(rows[$1][i]) } ?? i
    rows.swapAt(i, largest)
    guard rows[i][i] != 0 else {
      fatalError("solve: the equations contradict or repeat each other")
    }
    for other in 0..<size where other != i {
      let factor = rows[other][i] / rows[i][i]
      for k in i..<size + columns { rows[other][k] -= factor * rows[i][k] }
    }
  }
  return Tensor(
    shape: [size, columns],
    scalars: (0..<size).flatMap { i in rows[i][size...].map { $0 / rows[i][i] } })
}
