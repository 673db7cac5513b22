import Tensors

/// The softmax of a row of scores, and the cross-entropy of the class that is right, in one step.
///
///     p[n, c] = e^score[n, c] / Σ e^score[n, ·]         loss = -1/N · Σ target[n, c] · log p[n, c]
///
/// | name      | shape    | meaning                                          |
/// | --------- | -------- | ------------------------------------------------ |
/// | `outputs` | `[N, C]` | a score for each of C classes, any number        |
/// | `targets` | `[N, C]` | one-hot rows: 1 at the class that is right       |
/// | `loss`    | a number | the mean over the N samples, not over N · C      |
public struct SoftmaxCrossEntropy: Loss {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ outputs: Tensor, targets: Tensor) -> (loss: Double, cache: Tensor) {
    let z = outputs - outputs.max(along: 1, keepingAxis: true)
    let s = exp(z).sum(along: 1, keepingAxis: true)
    let n = Double(outputs.shape[0])
    return (((log(s) - (z * targets).sum(along: 1, keepingAxis: true)).mean()), (exp(z) / s - targets) / n)
  }

  /// Returns the gradient of the loss at the scores, `[N, C]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    return cache
  }
}
