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
    // The score, such that above 0 is wrong.
    let margins = outputs.replacing(with: -outputs, where: targets .== 1)
    let losses = log1p(exp(min(margins, -margins))) + margins * (margins .> 0)
    return (losses.sum() / Double(losses.count), outputs)
  }

  /// Returns the gradient of the loss at the scores, `[N, M]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    let p = sigmoid(cache)
    return p.replacing(with: p - 1, where: targets .> 0.5) / Double(targets.count)
  }
}
