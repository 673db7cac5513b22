import Tensors

public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  precondition(x.shape[0] == labels.count)
  var p: [Int] = []
  var used = [Bool](repeating: false, count: labels.count)
  while p.count < labels.count {
    let k = Int.random(in: labels.indices, using: &generator)
    if used[k] { continue }
    used[k] = true
    p.append(k)
  }
  return (x.rows(at: p), p.map { labels[$0] })
}
