import Tensors

public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  let order = permutation(of: Array(labels.indices), using: &generator)
  return (x.rows(at: order), order.map { labels[$0] })
}

private func permutation(of numbers: [Int], using generator: inout SeededGenerator) -> [Int] {
  guard numbers.count > 1 else { return numbers }
  var rest = numbers
  let first = rest.remove(at: Int.random(in: 0..<rest.count, using: &generator))
  return [first] + permutation(of: rest, using: &generator)
}
