import Exercise09
import Tensors

public struct PixelCrossEntropy: Sendable {
  public var classWeights: [Double]?
  public var ignored: Int

  public init(classWeights: [Double]? = nil, ignored: Int = -1) {
    self.classWeights = classWeights
    self.ignored = ignored
  }

  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Cache) {
    let classes = logits.shape[1]
    let rows = logits.transposed(permuting: [0, 2, 3, 1]).reshaped(to: [-1, classes])
    let kept = labels.indices.filter { labels[$0] != ignored }
    let layout = Tensor(logits.shape)
    if kept.isEmpty { return (0, [layout, Tensor(zerosLike: rows)]) }
    let right = kept.map { labels[$0] }
    let weights = Tensor(right.map { classWeights == nil ? 1 : classWeights![$0] })
    let divisor = weights.sum()
    if divisor == 0 { return (0, [layout, Tensor(zerosLike: rows)]) }
    var scores = rows.rows(at: kept)
    scores -= scores.max(along: 1, keepingAxis: true)
    let logTotals = log(exp(scores).sum(along: 1))
    let loss = (weights * (logTotals - scores.gathered(at: right, along: 1))).sum() / divisor
    var slopes = exp(scores - logTotals.expandingAxis(at: 1))
    slopes.add(-1, at: right, along: 1)
    slopes *= weights.expandingAxis(at: 1) / divisor
    var all = Tensor(zerosLike: rows)
    all.add(slopes, toRows: kept)
    return (loss, [layout, all])
  }

  public func backward(cache: Cache) -> Tensor {
    let shape = cache[0].scalars.map { Int($0) }
    return cache[1].reshaped(to: [shape[0], shape[2], shape[3], shape[1]])
      .transposed(permuting: [0, 3, 1, 2])
  }
}
