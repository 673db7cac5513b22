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
    func normalized(_ z: Tensor) -> Tensor {
      let centred = z - z.mean(along: 1, keepingAxis: true)
      let s = centred - centred.max(along: 1, keepingAxis: true)
      return s - log(exp(s).sum(along: 1, keepingAxis: true))
    }
    let logP = normalized(normalized(logits))
    return (logP.gathered(at: labels, along: 1).sum() / Double(-labels.count), logP)
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let p = exp(cache)
    let y = Tensor(zerosLike: p)
    var target = y
    target.add(1, at: labels, along: 1)
    return (p - target) / Double(p.shape[0])
  }
}
