import Foundation
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
    var sum = 0.0
    for i in 0..<outputs.shape[0] {
      for j in 0..<outputs.shape[1] {
        let z = outputs[i, j]
        let t = targets[i, j]
        if z >= 0 {
          sum += (1 - t) * z + Foundation.log(1 + Foundation.exp(-z))
        } else {
          sum += -t * z + Foundation.log(1 + Foundation.exp(z))
        }
      }
    }
    return (sum / Double(outputs.count), outputs)
  }

  /// Returns the gradient of the loss at the scores, `[N, M]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    var gradient = sigmoid(cache)
    for i in 0..<cache.shape[0] {
      for j in 0..<cache.shape[1] {
        gradient[i, j] = (gradient[i, j] - targets[i, j]) / Double(cache.count)
      }
    }
    return gradient
  }
}
