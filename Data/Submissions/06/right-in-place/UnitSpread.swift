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

/// The greatest difference between the weights of a hidden unit and those of the first.
public func spread(of network: ClassificationNet) -> Double {
  var columns = network.layers[0].weights.transposed()
  let first = columns.row(0)
  columns -= first
  return max(columns.max(), -columns.min())
}
