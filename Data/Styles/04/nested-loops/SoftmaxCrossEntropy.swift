import Foundation
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
    let n = outputs.shape[0]
    let c = outputs.shape[1]
    var p = Tensor(zeros: [n, c])
    var loss = 0.0
    for i in 0..<n {
      var largest = outputs[i, 0]
      for k in 1..<max(c, 2) where k < c { largest = Swift.max(largest, outputs[i, k]) }
      var sum = 0.0
      for k in 0..<c { sum += Foundation.exp(outputs[i, k] - largest) }
      for k in 0..<c {
        p[i, k] = Foundation.exp(outputs[i, k] - largest) / sum
        if targets[i, k] != 0 {
          loss -= targets[i, k] * (outputs[i, k] - largest - Foundation.log(sum))
        }
      }
    }
    return (loss / Double(n), p)
  }

  /// Returns the gradient of the loss at the scores, `[N, C]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    var gradient = cache
    for i in 0..<cache.shape[0] {
      for k in 0..<cache.shape[1] {
        gradient[i, k] = (cache[i, k] - targets[i, k]) / Double(cache.shape[0])
      }
    }
    return gradient
  }
}
