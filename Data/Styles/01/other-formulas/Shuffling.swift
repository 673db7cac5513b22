import Tensors

/// Draws one of those that are left, until none is.
public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  var left = Array(labels.indices)
  var order: [Int] = []
  while let next = left.randomElement(using: &generator) {
    order.append(next)
    left.removeAll { $0 == next }
  }
  return (x.rows(at: order), order.map { labels[$0] })
}
