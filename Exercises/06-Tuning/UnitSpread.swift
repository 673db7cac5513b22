import Exercise05
import Tensors

/// How far the hidden units of a network are apart, while it is trained.
///
/// The network makes `steps` steps of `SGD`, each on the whole of `x`. Before the first step and after
/// each, the spread of the first layer's units is measured, whose weights are the columns of W:
///
///     spread = max |W[d, m] - W[d, 0]|        over all inputs d and all units m
///
/// | name     | shape       | meaning                                  |
/// | -------- | ----------- | ---------------------------------------- |
/// | `x`      | `[N, D]`    | N samples                                |
/// | `labels` | N           | their classes                            |
/// | result   | `steps` + 1 | the spread at the beginning, and so on   |
public func unitSpreads(
  training network: ClassificationNet, on x: Tensor, labels: [Int], steps: Int, learningRate: Double
) -> [Double] {
  // TODO: 6.8  You have all that you need from exercise 05. How many numbers have to come back?
  unfinished("6.8")
}

/// The greatest difference between the weights of a hidden unit and those of the first.
public func spread(of network: ClassificationNet) -> Double {
  // TODO: 6.9  [D, M] and what has to be subtracted from each of its columns?
  unfinished("6.9")
}
