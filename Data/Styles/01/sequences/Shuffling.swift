import Tensors

public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  let n = labels.count
  let code = (0..<n).map { Int.random(in: 0..<(n - $0), using: &generator) }
  var left = Array(0..<n)
  let p = code.map { left.remove(at: $0) }
  return (x: x.rows(at: p), labels: p.map { labels[$0] })
}
