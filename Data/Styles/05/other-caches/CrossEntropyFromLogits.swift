import Tensors

public struct CrossEntropyFromLogits: Sendable {
  public init() {}

  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Tensor) {
    let largest = logits.max(along: 1, keepingAxis: true)
    let totals = exp(logits - largest).sum(along: 1, keepingAxis: true)
    let logProbabilities = logits - (largest + log(totals))
    let oneHot = Tensor(oneHot: labels, count: logits.shape[1])
    return (-(logProbabilities * oneHot).sum() / Double(labels.count), logProbabilities)
  }

  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let oneHot = Tensor(oneHot: labels, count: cache.shape[1])
    return (1 / Double(cache.shape[0])) * (exp(cache) - oneHot)
  }
}
