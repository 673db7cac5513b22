import Exercise05
import Tensors

/// A network with one hidden layer that knows whether the number of ones is odd: by heart.
///
/// Each hidden unit knows one pattern of bits with an odd number of ones. It gives 1 for its own pattern
/// and 0 for all others; the output is their sum.
///
/// | name   | shape           | meaning                                             |
/// | ------ | --------------- | --------------------------------------------------- |
/// | `bits` | a number        | n, at least 1                                       |
/// | result | n → 2ⁿ⁻¹ → 1    | of `x` `[N, n]`, zeros and ones, it makes `[N, 1]`: 1 where the number of ones is odd, else 0 |
public func shallowParity(bits: Int) -> ClassificationNet {
  let patterns = (0..<1 << bits).filter { $0.nonzeroBitCount % 2 == 1 }
  let signs = (0..<bits).flatMap { bit in
    patterns.map { $0 >> bit & 1 == 1 ? 1.0 : -1 }
  }
  return ClassificationNet(
    layers: [
      Affine(
        weights: Tensor(shape: [bits, patterns.count], scalars: signs),
        bias: Tensor(patterns.map { 1 - Double($0.nonzeroBitCount) })),
      Affine(weights: Tensor(ones: [patterns.count, 1]), bias: Tensor([0])),
    ], activation: ReLU())
}

/// A deep network that does the same, and counts instead: pair by pair, like a knock-out tournament.
///
/// Of two bits a and b there remains one, 1 where one of them is 1 and the other 0. Two hidden units are
/// enough for that. A bit without a partner goes on as it is. So there are at most 3n hidden units, in
/// ⌈log₂ n⌉ hidden layers.
///
/// | name   | shape         | meaning                                        |
/// | ------ | ------------- | ---------------------------------------------- |
/// | `bits` | a number      | n, at least 1                                  |
/// | result | n → … → 1     | as for `shallowParity`, with more layers       |
public func deepParity(bits: Int) -> ClassificationNet {
  var layers: [Affine] = []
  // Which outputs of the layer before, with which weights, make each bit that remains.
  var remaining = (0..<bits).map { [(unit: $0, weight: 1.0)] }
  var incoming = bits
  while remaining.count > 1 {
    var columns: [(sum: [(unit: Int, weight: Double)], bias: Double)] = []
    var next: [[(unit: Int, weight: Double)]] = []
    var place = 0
    while place < remaining.count {
      if place + 1 == remaining.count {
        next.append([(columns.count, 1)])
        columns.append((remaining[place], 0))
      } else {
        let both = remaining[place] + remaining[place + 1]
        next.append([(columns.count, 1), (columns.count + 1, -2)])
        columns.append((both, 0))
        columns.append((both, -1))
      }
      place += 2
    }
    var weights = Tensor(zeros: [incoming, columns.count])
    for (j, column) in columns.enumerated() {
      for (unit, weight) in column.sum { weights[unit, j] += weight }
    }
    layers.append(Affine(weights: weights, bias: Tensor(columns.map(\.bias))))
    incoming = columns.count
    remaining = next
  }
  var last = Tensor(zeros: [incoming, 1])
  for (unit, weight) in remaining[0] { last[unit, 0] += weight }
  layers.append(Affine(weights: last, bias: Tensor(zeros: [1])))
  return ClassificationNet(layers: layers)
}
