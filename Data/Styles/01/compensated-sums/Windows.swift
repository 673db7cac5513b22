import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  precondition(1 <= width && width <= x.shape[1])
  let t = x.shape[1] - width + 1
  var out: [Double] = []
  out.reserveCapacity(x.shape[0] * t)
  for n in 0..<x.shape[0] {
    let r = x.row(n).scalars
    for s in 0..<t {
      var sum = 0.0, lost = 0.0
      for e in r[s..<(s + width)] {
        let y = e - lost
        let new = sum + y
        lost = (new - sum) - y
        sum = new
      }
      out.append(sum / Double(width))
    }
  }
  return Tensor(shape: [x.shape[0], t], scalars: out).converted(to: x.elementType)
}
