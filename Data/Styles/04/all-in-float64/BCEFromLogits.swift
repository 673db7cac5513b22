import Tensors

/// The binary cross-entropy of scores, sigmoid and logarithm in one step.
///
///     p = sigmoid(score)         loss = -1/(N·M) · Σ (target · log p + (1 - target) · log (1 - p))
///
/// In one step, because p is rounded to 0 or to 1 where a score is large, and the logarithm of that
/// is infinite. The loss of a score of -1000 is 1000 where the target is 1.
///
/// | name      | shape    | meaning                         |
/// | --------- | -------- | ------------------------------- |
/// | `outputs` | `[N, M]` | scores, any numbers             |
/// | `targets` | `[N, M]` | 0 or 1                          |
/// | `loss`    | a number | the mean over all N · M entries |
public struct BCEFromLogits: Loss {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ outputs: Tensor, targets: Tensor) -> (loss: Double, cache: Tensor) {
    let z = outputs
    let losses = max(z, 0) - z * targets + log1p(exp(-abs(z)))
    return (losses.mean(), z)
  }

  /// Returns the gradient of the loss at the scores, `[N, M]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    let count = Double(cache.count)
    return (sigmoid(cache) - targets) / count
  }
}
