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
  // begin 6.33: With weights of 1 and -1, how much does the own pattern give, and how much the next best?
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
  // end
}

/// A deep network that does the same, and counts instead: pair by pair, like a knock-out tournament.
///
/// Of two bits a and b there remains one, 1 where one of them is 1 and the other 0. Two hidden units are
/// enough for that. A bit without a partner goes on as it is. So there are at most 3n hidden units, in
/// ⌈log₂ n⌉ hidden layers; of one bit there is nothing to count, and the network has none.
///
/// | name   | shape         | meaning                                        |
/// | ------ | ------------- | ---------------------------------------------- |
/// | `bits` | a number      | n, at least 1                                  |
/// | result | n → … → 1     | as for `shallowParity`, with more layers       |
public func deepParity(bits: Int) -> ClassificationNet {
  // begin 6.34: Let one unit be a + b. What must the other take away from it when both are 1?
  // How the bits of a round come out of what the layer before gives.
  var reading = Tensor(oneHot: Array(0..<bits), count: bits)  // [what comes in, bits]
  var layers: [Affine] = []
  while reading.shape[1] > 1 {
    let count = reading.shape[1]
    let pairs = count / 2
    let units = 2 * pairs + count % 2
    var (sums, bias) = (Tensor(zeros: [count, units]), Tensor(zeros: [units]))
    var next = Tensor(zeros: [units, pairs + count % 2])
    for pair in 0..<pairs {
      for unit in [2 * pair, 2 * pair + 1] {
        sums[2 * pair, unit] = 1
        sums[2 * pair + 1, unit] = 1
      }
      bias[2 * pair + 1] = -1
      next[2 * pair, pair] = 1
      next[2 * pair + 1, pair] = -2
    }
    if count % 2 == 1 {
      sums[count - 1, units - 1] = 1
      next[units - 1, pairs] = 1
    }
    layers.append(Affine(weights: reading.matmul(sums), bias: bias))
    reading = next
  }
  layers.append(Affine(weights: reading, bias: Tensor([0])))
  return ClassificationNet(layers: layers, activation: ReLU())
  // end
}
