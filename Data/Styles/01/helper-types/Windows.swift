import Tensors

private struct Queue {
  let width: Int
  var items: [Double] = []
  init(width: Int) { self.width = width }
  mutating func push(_ e: Double) -> Double? {
    items.append(e)
    if items.count > width { items.removeFirst() }
    return items.count == width ? items.reduce(0, +) / Double(width) : nil
  }
}

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  var y = Tensor(zeros: [x.shape[0], x.shape[1] - width + 1]).converted(to: x.elementType)
  for n in 0..<x.shape[0] {
    var queue = Queue(width: width)
    var t = 0
    for e in x.row(n).scalars {
      if let mean = queue.push(e) { y[n, t] = mean; t += 1 }
    }
  }
  return y
}
