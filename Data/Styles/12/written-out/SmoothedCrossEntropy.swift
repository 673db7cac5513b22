import Tensors

/// With q written out as a matrix.
public struct SmoothedCrossEntropy: Sendable {
  public var smoothing: Double
  public var ignored: Int?

  public init(smoothing: Double = 0, ignored: Int? = nil) {
    self.smoothing = smoothing
    self.ignored = ignored
  }

  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Tensor) {
    let rows = labels.indices.filter { labels[$0] != ignored }
    let greatest = logits.max(along: 1, keepingAxis: true)
    let total = log(exp(logits - greatest).sum(along: 1, keepingAxis: true)) + greatest
    let logarithms = logits - total
    guard !rows.isEmpty else { return (0, exp(logarithms)) }
    let q = targets(labels, classes: logits.shape[1])
    let loss = -(q * logarithms).sum() / Double(rows.count)
    return (loss, exp(logarithms))
  }

  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let counts = labels.filter { $0 != ignored }.count
    guard counts > 0 else { return Tensor(zerosLike: cache) }
    var gradient = cache - targets(labels, classes: cache.shape[1])
    for (row, label) in labels.enumerated() where label == ignored {
      gradient[row..<row + 1] = Tensor(zeros: [1, cache.shape[1]])
    }
    return gradient / counts
  }
}

extension SmoothedCrossEntropy {
  private func targets(_ labels: [Int], classes: Int) -> Tensor {
    Tensor(
      labels.map { label in
        (0..<classes).map { c in
          label == ignored ? 0 : smoothing / Double(classes) + (c == label ? 1 - smoothing : 0)
        }
      })
  }
}
