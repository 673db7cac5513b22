import Exercise05
import Tensors

/// How far the units of the first layer are apart, whose weights are the columns of W `[D, M]`.
///
///     spread = max |W[d, m] - W[d, 0]|        over all inputs d and all units m
public func spread(of network: ClassificationNet) -> Double {
  let columns = network.layers[0].weights.transposed()
  return (0..<columns.shape[0]).map { abs(columns.row($0) - columns.row(0)).max() }.max() ?? 0
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
  func after(_ steps: Int) -> [ClassificationNet] {
    guard steps > 0 else { return [network] }
    let all = after(steps - 1)
    var next = all[all.count - 1]
    let gradients = next.loss(x, labels: labels).gradients
    next.parameters = zip(next.parameters, gradients).map { $0 - learningRate * $1 }
    return all + [next]
  }
  return after(steps).map(spread)
}
