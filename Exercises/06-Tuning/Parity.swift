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
  // TODO: 6.33  With weights of 1 and -1, how much does the own pattern give, and how much the next best?
  unfinished("6.33")
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
  // TODO: 6.34  Let one unit be a + b. What must the other take away from it when both are 1?
  unfinished("6.34")
}
