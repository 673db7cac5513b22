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
    let logs = shifted - log(exp(shifted).sum(along: 1, keepingAxis: true))
    let counted = labels.indices.filter { labels[$0] != ignored }
    if counted.isEmpty { return (0, Tensor(zerosLike: logits)) }
    let rows = logs.rows(at: counted)
    let right = rows.gathered(at: counted.map { labels[$0] }, along: 1).sum()
    let share = smoothing / Double(logits.shape[1])
    let loss = -((1 - smoothing) * right + share * rows.sum()) / Double(counted.count)
    var slopes = exp(rows) - share
    slopes.add(smoothing - 1, at: counted.map { labels[$0] }, along: 1)
    var gradient = Tensor(zerosLike: logs)
    gradient.add(slopes / counted.count, toRows: counted)
    return (loss, gradient)
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    return cache
  }
}
