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
    // begin 10.16: As in 5.7, along the channels. By what is the sum divided?
    let shape = logits.shape
    let shifted = logits - logits.max(along: 1, keepingAxis: true)
    let exponentials = exp(shifted)
    let totals = exponentials.sum(along: 1, keepingAxis: true)  // [N, 1, H, W]
    let weights = labels.map { $0 == ignored ? 0 : classWeights?[$0] ?? 1 }
    let oneHot = Tensor(oneHot: labels.map { $0 == ignored ? 0 : $0 }, count: shape[1])
    // Of each pixel its weight at the right class, and 0 elsewhere.
    let targets = (oneHot * Tensor(weights).expandingAxis(at: 1))
      .reshaped(to: [shape[0], shape[2], shape[3], shape[1]])
      .transposed(permuting: [0, 3, 1, 2])
    let weight = targets.sum()
    let cache: Cache = [exponentials / totals, targets]
    guard weight > 0 else { return (0, cache) }
    return (-(targets * (shifted - log(totals))).sum() / weight, cache)
    // end
  }

  /// Returns the gradient of the loss at the logits, `[N, C, H, W]`.
  public func backward(cache: Cache) -> Tensor {
    // begin 10.17: As in 5.8. What has a pixel that was not counted?
    let (probabilities, targets) = (cache[0], cache[1])
    let weight = targets.sum()
    guard weight > 0 else { return Tensor(zerosLike: probabilities) }
    let weights = targets.sum(along: 1, keepingAxis: true)  // [N, 1, H, W]
    return (weights * probabilities - targets) / weight
    // end
  }
}
