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
    let e = exp(logits - m)
    let total = e.sum(along: 1)
    let picked = logits.gathered(at: labels, along: 1)
    return (loss: (m.squeezed(at: 1) + log(total) - picked).sum() / Double(labels.count), cache: e / total.expandingAxis(at: 1))
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let (n, c) = (cache.shape[0], cache.shape[1])
    // d log p[l] / dz[c] = [c = l] - p[c]
    let rows = labels.indices.map { i -> Tensor in
      let δ = Tensor(shape: [1, c], scalars: (0..<c).map { $0 == labels[i] ? 1 : 0 })
      return (δ - cache[i..<i + 1]) / -Double(n)
    }
    return Tensor(concatenating: rows, along: 0)
  }
}
