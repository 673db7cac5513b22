import Exercise05
import Tensors

/// How far the units of the first layer are apart, whose weights are the columns of W `[D, M]`.
///
///     spread = max |W[d, m] - W[d, 0]|        over all inputs d and all units m
public func spread(of network: ClassificationNet) -> Double {
  // begin 6.8: [D, M] and what has to be subtracted from each of its columns?
  let weights = network.layers[0].weights
  let first = weights.transposed().row(0).expandingAxis(at: 1)  // [D, 1]
  return abs(weights - first).max()
  // end
}

/// How far the hidden units of a network are apart, while it is trained.
///
/// The network makes `steps` steps of `SGD` along the gradients of its `loss`, each on the whole of `x`. Before the first step and after
/// each, its spread is measured.
///
/// | name     | shape       | meaning                                  |
/// | -------- | ----------- | ---------------------------------------- |
/// | `x`      | `[N, D]`    | N samples                                |
/// | `labels` | N           | their classes                            |
/// | result   | `steps` + 1 | the spread at the beginning, and so on   |
public func unitSpreads(
  training network: ClassificationNet, on x: Tensor, labels: [Int], steps: Int, learningRate: Double
) -> [Double] {
  // begin 6.9: You have all that you need from exercise 05. How many numbers have to come back?
  var network = network
  var optimizer = SGD(learningRate: learningRate)
  var spreads = [spread(of: network)]
  for _ in 0..<steps {
    optimizer.update(&network.parameters, along: network.loss(x, labels: labels).gradients)
    spreads.append(spread(of: network))
  }
  return spreads
  // end
}
