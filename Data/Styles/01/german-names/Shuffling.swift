import Tensors

public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  // Jeder Platz bekommt einen Schlüssel aus 64 Bits; nach den Schlüsseln wird sortiert.
  let schlüssel = labels.map { _ in generator.next() }
  let reihenfolge = labels.indices.sorted { schlüssel[$0] < schlüssel[$1] }
  return (x.rows(at: reihenfolge), reihenfolge.map { labels[$0] })
}
