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
    let m = logits.max(along: 1, keepingAxis: true)
    let p0 = exp(logits - m)
    let p = p0 / p0.sum(along: 1, keepingAxis: true)
    let column = Tensor(shape: [labels.count, 1], scalars: labels.map(Double.init))
    var loss = 0.0
    for (n, l) in labels.enumerated() { loss -= logits[n, l] - m[n, 0] - log(p0.row(n).sum()) }
    return (loss / Double(labels.count), p.concatenated(with: column, along: 1))
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let (n, width) = (cache.shape[0], cache.shape[1])
    var result = Tensor(zeros: [n, width - 1])
    for i in 0..<n {
      let label = Int(cache[i, width - 1])
      for c in 0..<width - 1 { result[i, c] = (cache[i, c] - (c == label ? 1 : 0)) / Double(n) }
    }
    return result
  }
}
