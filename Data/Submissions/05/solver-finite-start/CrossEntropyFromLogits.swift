import Tensors

/// The softmax of the logits and the cross-entropy of the labels, in one step.
///
///     p[n, c] = e^logits[n, c] / Σ e^logits[n, ·]         loss = -1/N · Σ log p[n, label n]
///
/// In one step, because the logarithm takes back what the exponential did: apart, `e^1000` is
/// infinite and `log 0` is not far behind.
///
/// | name     | shape    | meaning                                   |
/// | -------- | -------- | ----------------------------------------- |
/// | `logits` | `[N, C]` | a score for each of C classes, any number |
/// | `labels` | N        | the right classes, 0 ..< C                |
/// | `loss`   | a number | the mean over the N samples               |
public struct CrossEntropyFromLogits: Sendable {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Tensor) {
    let shifted = logits - logits.max(along: 1, keepingAxis: true)  // [N, C], none above 0
    let exponentials = exp(shifted)
    let totals = exponentials.sum(along: 1, keepingAxis: true)  // [N, 1], none below 1
    let logProbabilities = shifted - log(totals)
    return (-logProbabilities.gathered(at: labels, along: 1).mean(), exponentials / totals)
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let probabilities = cache
    let classes = probabilities.shape[1]
    return (probabilities - Tensor(oneHot: labels, count: classes)) / Double(labels.count)
  }
}
