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
    let peak = logits.max(along: 1, keepingAxis: true)
    let relative = logits - peak
    let expo = exp(relative)
    let norm = expo.sum(along: 1, keepingAxis: true)
    let mask = Tensor(oneHot: labels, count: logits.shape[1]) .== 1
    let picked = Tensor(zerosLike: relative).replacing(with: relative - log(norm), where: mask)
    return (picked.sum() / -Double(labels.count), expo / norm)
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let right = Tensor(oneHot: labels, count: cache.shape[1]) .> 0.5
    return cache.replacing(with: cache - 1, where: right) / Double(labels.count)
  }
}
