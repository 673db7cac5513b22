import Tensors

/// The cross-entropy of labels that are believed not quite, and of which some do not count.
///
///     q[label] = 1 - smoothing + smoothing / C          q of every other class = smoothing / C
///     loss = the mean over the labels that count of -Σ q · log softmax(logits)
///
/// | name        | shape    | meaning                                                      |
/// | ----------- | -------- | ------------------------------------------------------------ |
/// | `logits`    | `[N, C]` | a score for each of C classes                                |
/// | `labels`    | N        | 0 ..< C each, or `ignored`                                   |
/// | `smoothing` | a number | 0 ..< 1; with 0 it is the cross-entropy of exercise 05       |
/// | `ignored`   | a label  | rows with this label count neither in the sum nor in the N of the mean |
///
/// If no label counts, the loss is 0, and so is the gradient.
///
/// After Christian Szegedy and others, "Rethinking the Inception architecture for computer vision", 2016.
public struct SmoothedCrossEntropy: Sendable {
  public var smoothing: Double
  public var ignored: Int?

  public init(smoothing: Double = 0, ignored: Int? = nil) {
    self.smoothing = smoothing
    self.ignored = ignored
  }

  /// Returns the loss, and in `cache` whatever `backward` will need: the softmax, say.
  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Tensor) {
    let shifted = logits - logits.max(along: 1, keepingAxis: true)
    let exponentials = exp(shifted)
    let totals = exponentials.sum(along: 1, keepingAxis: true)  // [N, 1]
    let kept = labels.map { $0 != ignored }
    let places = zip(labels, kept).map { $1 ? $0 : 0 }
    let atLabels = shifted.gathered(at: places, along: 1)
    let expected = (1 - smoothing) * atLabels + smoothing * shifted.mean(along: 1)
    let losses = (log(totals).squeezed(at: 1) - expected) * Tensor(kept.map { $0 ? 1 : 0 })
    let count = kept.count
    return (losses.sum() / Double(max(count, 1)), exponentials / totals)
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let (probabilities, classes) = (cache, cache.shape[1])
    let kept = labels.map { $0 != ignored }
    let places = zip(labels, kept).map { $1 ? $0 : 0 }
    let targets =
      (1 - smoothing) * Tensor(oneHot: places, count: classes) + smoothing / Double(classes)
    let count = Double(max(kept.count, 1))
    let shares = Tensor(kept.map { $0 ? 1 / count : 0 }).expandingAxis(at: 1)  // [N, 1]
    return (probabilities - targets) * shares
  }
}
