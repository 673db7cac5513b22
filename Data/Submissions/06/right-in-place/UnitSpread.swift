import Exercise05
import Tensors

/// How far the units of the first layer are apart, whose weights are the columns of W `[D, M]`.
///
///     spread = max |W[d, m] - W[d, 0]|        over all inputs d and all units m
public func spread(of network: ClassificationNet) -> Double {
  var columns = network.layers[0].weights.transposed()
  let first = columns.row(0)
  columns -= first
  return max(columns.max(), -columns.min())
}

/// How far the hidden units of a network are apart, while it is trained.
///
/// The network makes `steps` steps of `SGD`, each on the whole of `x`. Before the first step and after
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
  var network = network
  var spreads: [Double] = []
  for _ in 0..<steps {
    spreads.append(spread(of: network))
    let gradients = network.loss(x, labels: labels).gradients
    for i in 0..<network.layers.count {
      network.layers[i].weights.add(gradients[2 * i], times: -learningRate)
      network.layers[i].bias.add(gradients[2 * i + 1], times: -learningRate)
    }
  }
  spreads.append(spread(of: network))
  return spreads
}
