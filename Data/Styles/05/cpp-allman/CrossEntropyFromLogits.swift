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
    let N: Int = logits.shape[0], C: Int = logits.shape[1];
    var p: Tensor = logits;
    var loss: Double = 0.0;
    p.mutateEntries { z in
      for n in 0 ..< N
      {
        let base: Int = n * C;
        var m: Double = z[base];
        for c in 1 ..< max(C, 1) { if (z[base + c] > m) { m = z[base + c]; } }
        let right: Double = z[base + labels[n]] - m;
        var sum: Double = 0.0;
        for c in 0 ..< C { z[base + c] = exp(z[base + c] - m); sum += z[base + c]; }
        for c in 0 ..< C { z[base + c] /= sum; }
        loss += log(sum) - right;
      }
    }
    return (loss / Double(N), p);
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let C: Int = cache.shape[1];
    var g: Tensor = cache;
    g.mutateEntries { e in
      for n in 0 ..< labels.count { e[n * C + labels[n]] -= 1.0; }
      for i in e.indices { e[i] /= Double(labels.count); }
    }
    return g;
  }
}
