import Tensors

public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  var pairs = Array(labels.enumerated())
  pairs.shuffle(using: &generator)
  return (x.rows(at: pairs.map(\.offset)), pairs.map(\.element))
}
