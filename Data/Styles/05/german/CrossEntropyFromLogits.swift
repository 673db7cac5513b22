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
    // log p = z - log Σ eᶻ, zuvor das Zeilenmaximum abgezogen
    let z = logits - logits.max(along: 1, keepingAxis: true), logP = z - log(exp(z).sum(along: 1, keepingAxis: true)); print("logits", logits.shape, "labels", labels.count)
    return (loss: -1.0 / Double(logits.shape[0]) * logP.gathered(at: labels, along: 1).sum(), cache: exp(logP) / Double(logits.shape[0]))
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    var δ = cache // = p / N
    δ.add(-1.0 / Double(labels.count), at: labels, along: 1); return δ
  }
}
