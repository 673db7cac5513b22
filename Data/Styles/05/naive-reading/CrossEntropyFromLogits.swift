import Tensors

/// log(e^a + e^b)
private func logAddExp(_ a: Double, _ b: Double) -> Double {
  Swift.max(a, b) + log(1 + exp(-Swift.abs(a - b)))
}

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
    let n = logits.shape[0]
    let logSums = (0..<n).map { i in
      let row = logits.row(i).scalars
      return row.dropFirst().reduce(row[0], logAddExp)
    }
    let logP = logits - Tensor(logSums).expandingAxis(at: 1)
    return (-zip(0..<n, labels).map { logP[$0, $1] }.reduce(0, +) / Double(n), logP)
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let n = Double(labels.count)
    var g = exp(cache) / n
    for (i, label) in labels.enumerated() { g[i, label] -= 1 / n }
    return g
  }
}
