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
    let (n, classes) = (outputs.shape[0], outputs.shape[1])
    var p = Tensor(zeros: [n, classes])
    var sum = 0.0
    for i in 0..<n {
      var highest = outputs[i, 0]
      for c in 1..<classes where outputs[i, c] > highest { highest = outputs[i, c] }
      var total = 0.0
      for c in 0..<classes { total += exp(outputs[i, c] - highest) }
      for c in 0..<classes {
        p[i, c] = exp(outputs[i, c] - highest) / total
        if targets[i, c] == 1 { sum += log(total) + highest - outputs[i, c] }
      }
    }
    return (sum / Double(n), p)
  }

  /// Returns the gradient of the loss at the scores, `[N, C]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    var gradient = cache
    for i in 0..<cache.shape[0] {
      for c in 0..<cache.shape[1] {
        gradient[i, c] = (cache[i, c] - targets[i, c]) / Double(cache.shape[0])
      }
    }
    return gradient
  }
}
