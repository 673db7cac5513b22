import Exercise09
import Tensors

/// The cross-entropy of every pixel, and their mean. Some pixels are ignored, and classes may have
/// weights.
///
///     p[n, c, i, j] = e^logits[n, c, i, j] / Σ e^logits[n, ·, i, j]
///     loss = -Σ v · log p[n, label, i, j] / Σ v        over all pixels n, i, j that are not ignored
///
/// v is the weight of the pixel's class, and 1 where there are no weights. Where Σ v is 0, because all
/// pixels are ignored, the loss is 0, and so is its gradient.
///
/// | name           | shape          | meaning                                                        |
/// | -------------- | -------------- | -------------------------------------------------------------- |
/// | `classWeights` | C numbers      | the weight of each class, none below 0; `nil`: all have 1      |
/// | `ignored`      | a whole number | the label of a pixel that does not count, whatever its logits  |
/// | `logits`       | `[N, C, H, W]` | a score for each of C classes at each pixel                    |
/// | `labels`       | N · H · W      | the right classes: image by image, row by row                  |
///
/// A label that is neither `ignored` nor one of 0 ..< C is a fault of the data.
public struct PixelCrossEntropy: Sendable {
  public var classWeights: [Double]?
  public var ignored: Int

  public init(classWeights: [Double]? = nil, ignored: Int = -1) {
    self.classWeights = classWeights
    self.ignored = ignored
  }

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Cache) {
    let (N, C, H, W) = (logits.shape[0], logits.shape[1], logits.shape[2], logits.shape[3])
    var (loss, total) = (0.0, 0.0)
    var p = Tensor(zerosLike: logits)
    var v = [Double](repeating: 0, count: labels.count)
    for n in 0..<N {
      for i in 0..<H {
        for j in 0..<W {
          let k = (n * H + i) * W + j
          guard labels[k] != ignored else { continue }
          precondition((0..<C).contains(labels[k]), "label \(labels[k])")
          let z = (0..<C).map { logits[n, $0, i, j] }
          let top = z.max()!
          let sum = z.reduce(0) { $0 + exp($1 - top) }
          v[k] = classWeights.map { $0[labels[k]] } ?? 1
          total += v[k]
          loss += v[k] * (log(sum) + top - z[labels[k]])
          for c in 0..<C { p[n, c, i, j] = exp(z[c] - top) / sum }
        }
      }
    }
    return (total > 0 ? loss / total : 0, Cache([p, Tensor(v), Tensor(labels), Tensor(total)]))
  }

  /// Returns the gradient of the loss at the logits, `[N, C, H, W]`.
  public func backward(cache: Cache) -> Tensor {
    var d = cache[0]
    let (v, labels, total) = (cache[1].scalars, cache[2].scalars, cache[3].scalar)
    if total == 0 { return Tensor(zerosLike: d) }
    let (N, C, H, W) = (d.shape[0], d.shape[1], d.shape[2], d.shape[3])
    for n in 0..<N {
      for i in 0..<H {
        for j in 0..<W {
          let k = (n * H + i) * W + j
          if v[k] > 0 { d[n, Int(labels[k]), i, j] -= 1 }
          for c in 0..<C { d[n, c, i, j] *= v[k] / total }
        }
      }
    }
    return d
  }
}
