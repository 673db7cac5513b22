import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let t = x.shape[1]
  var rows: [Double] = []
  for n in 0..<x.shape[0] {
    var sums = [0.0]                                   // sums[k] = of the first k
    for e in x.row(n).scalars { sums.append(sums[sums.count - 1] + e) }
    for k in width...t { rows.append((sums[k] - sums[k - width]) / Double(width)) }
  }
  return Tensor(shape: [x.shape[0], t - width + 1], scalars: rows).converted(to: x.elementType)
}
