import Tensors

/// Forwards, with a generator that the given one seeds.
public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  var own = SeededGenerator(seed: generator.next())
  var samples = labels.indices.map { (x: x[$0..<$0 + 1], label: labels[$0]) }
  for i in samples.indices {
    samples.swapAt(i, Int.random(in: i..<samples.count, using: &own))
  }
  return (Tensor(concatenating: samples.map(\.x), along: 0), samples.map(\.label))
}
