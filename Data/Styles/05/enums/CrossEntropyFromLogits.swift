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
    let nll = -Stable.logSoftmax(logits).gathered(at: labels, along: 1)
    return (loss: nll.mean(), cache: Stable.softmax(logits))
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    var g = cache
    g.add(Tensor(repeating: -1, shape: [labels.count]), at: labels, along: 1)
    return g / Double(labels.count)
  }

  public enum Stable {
    /// log Σ e^z of each row: `[N, 1]`.
    public static func logSumExp(_ z: Tensor) -> Tensor {
      let m = z.max(along: z.rank - 1, keepingAxis: true)
      return m + log(exp(z - m).sum(along: z.rank - 1, keepingAxis: true))
    }

    public static func logSoftmax(_ z: Tensor) -> Tensor { z - logSumExp(z) }
    public static func softmax(_ z: Tensor) -> Tensor { exp(logSoftmax(z)) }
  }
}
