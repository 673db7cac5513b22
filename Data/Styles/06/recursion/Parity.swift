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
  // The odd patterns of n bits: those of n - 1 bits with a 0, and the even ones with a 1.
  func patterns(_ n: Int, odd: Bool) -> [[Double]] {
    guard n > 0 else { return odd ? [] : [[]] }
    return patterns(n - 1, odd: odd).map { $0 + [0] }
      + patterns(n - 1, odd: !odd).map { $0 + [1] }
  }
  let odd = Tensor(patterns(bits, odd: true))  // [units, bits]
  return ClassificationNet(
    layers: [
      Affine(weights: (odd * 2 - 1).transposed(), bias: 1 - odd.sum(along: 1)),
      Affine(weights: Tensor(ones: [odd.shape[0], 1]), bias: Tensor(zeros: [1])),
    ])
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
  // Layers from what comes in to the parity of the bits that `reading` makes of it.
  func layers(_ reading: Tensor) -> [Affine] {
    let n = reading.shape[1]
    guard n > 1 else { return [Affine(weights: reading, bias: Tensor([0]))] }
    let columns = (0..<n).map { reading.transposed().row($0) }
    let pairs = n / 2
    let sums = (0..<pairs).map { columns[2 * $0] + columns[2 * $0 + 1] }
    let odd = n % 2 == 1 ? [columns[n - 1]] : []
    let weights = Tensor((sums + sums + odd).map(\.scalars)).transposed()
    let bias = (0..<2 * pairs + odd.count).map { $0 >= pairs && $0 < 2 * pairs ? -1.0 : 0 }
    var next = Tensor(zeros: [bias.count, pairs + odd.count])
    for pair in 0..<pairs {
      next[pair, pair] = 1
      next[pairs + pair, pair] = -2
    }
    if n % 2 == 1 { next[2 * pairs, pairs] = 1 }
    return [Affine(weights: weights, bias: Tensor(bias))] + layers(next)
  }
  return ClassificationNet(layers: layers(Tensor(oneHot: Array(0..<bits), count: bits)))
}
