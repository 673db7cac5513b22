import Tensors

import Foundation

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
    var total = 0.0
    for i in 0..<labels.count {
      total += softmax(ofRow: i, logits).logSum - logits[i, labels[i]]
    }
    return (total / Double(labels.count), logits)
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    var gradient = Tensor(zerosLike: cache)
    let n = Double(labels.count)
    for i in 0..<labels.count {
      let p = softmax(ofRow: i, cache).p
      for j in 0..<p.count {
        gradient[i, j] = (p[j] - (j == labels[i] ? 1 : 0)) / n
      }
    }
    return gradient
  }

  private func softmax(ofRow i: Int, _ logits: Tensor) -> (p: [Double], logSum: Double) {
    let c = logits.shape[1]
    var m = -Double.infinity
    for j in 0..<c { m = Swift.max(m, logits[i, j]) }
    var p = [Double](repeating: 0, count: c)
    var sum = 0.0
    for j in 0..<c {
      p[j] = exp(logits[i, j] - m)
      sum += p[j]
    }
    for j in 0..<c { p[j] /= sum }
    return (p, m + log(sum))
  }
}
