import Tensors

/// By random keys: whoever draws the smallest comes first.
public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  let keys = labels.map { _ in generator.next() }
  let order = labels.indices.sorted { keys[$0] < keys[$1] }
  return (x.rows(at: order), order.map { labels[$0] })
}
