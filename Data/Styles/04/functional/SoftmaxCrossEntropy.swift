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
    let rows = (0..<outputs.shape[0]).map { i -> (loss: Double, p: [Double]) in
      let scores = outputs.row(i).scalars
      let highest = scores.max()!
      let powers = scores.map { exp($0 - highest) }
      let total = powers.reduce(0, +)
      let right = zip(scores, targets.row(i).scalars).map(*).reduce(0, +)
      return (log(total) + highest - right, powers.map { $0 / total })
    }
    return (
      rows.map(\.loss).reduce(0, +) / Double(rows.count),
      Tensor(shape: outputs.shape, scalars: rows.flatMap(\.p))
    )
  }

  /// Returns the gradient of the loss at the scores, `[N, C]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    let probabilities = cache
    return (probabilities - targets) / Double(probabilities.shape[0])
  }
}
