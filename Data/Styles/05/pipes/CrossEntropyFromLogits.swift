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
    let rows = (0..<logits.shape[0]).map { logits.row($0).scalars }
    let logSums = rows.map { row in
      row.max()! + log(row.map { exp($0 - row.max()!) }.reduce(0, +))
    }
    let logPs = zip(rows, logSums).map { row, s in row.map { $0 - s } }
    let surprise = zip(logPs, labels).map { -$0[$1] }
    return (surprise.reduce(0, +) / Double(surprise.count), Tensor(logPs))
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let (n, c) = (cache.shape[0], cache.shape[1])
    let entries = zip(0..<n, labels).flatMap { i, label in
      (0..<c).map { (exp(cache[i, $0]) - ($0 == label ? 1 : 0)) / Double(n) }
    }
    return Tensor(shape: [n, c], scalars: entries)
  }
}
