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
  // By threes: s - 2 max(s - 1, 0) + 2 max(s - 2, 0) is 0, 1, 0, 1 for s = 0, 1, 2, 3.
  var reading = Tensor(oneHot: Array(0..<bits), count: bits)
  var layers: [Affine] = []
  while reading.shape[1] > 1 {
    let n = reading.shape[1]
    let groups = (n + 2) / 3
    var sums = Tensor(zeros: [n, groups])
    for bit in 0..<n { sums[bit, bit / 3] = 1 }
    let s = reading.matmul(sums)
    let weights = Tensor(concatenating: [s, s, s], along: 1)
    let bias = [0.0, -1, -2].flatMap { [Double](repeating: $0, count: groups) }
    layers.append(Affine(weights: weights, bias: Tensor(bias)))
    let one = Tensor(oneHot: Array(0..<groups), count: groups)
    reading = Tensor(concatenating: [one, -2 * one, 2 * one], along: 0)
  }
  layers.append(Affine(weights: reading, bias: Tensor([0])))
  return ClassificationNet(layers: layers, activation: ReLU())
}
