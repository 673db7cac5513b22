import Tensors

public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  struct Card { var place: Int, key: UInt64, second: UInt64 }
  var deck: [Card] = []
  for n in labels.indices { deck.append(Card(place: n, key: generator.next(), second: generator.next())) }
  deck.sort { ($0.key, $0.second) < ($1.key, $1.second) }
  return (x.rows(at: deck.map(\.place)), deck.map { labels[$0.place] })
}
