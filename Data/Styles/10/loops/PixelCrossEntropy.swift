import Exercise09
import Foundation
import Tensors

public struct PixelCrossEntropy: Sendable {
  public var classWeights: [Double]?
  public var ignored: Int

  public init(classWeights: [Double]? = nil, ignored: Int = -1) {
    self.classWeights = classWeights
    self.ignored = ignored
  }

  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Cache) {
    let (images, classes, rows, columns) = (
      logits.shape[0], logits.shape[1], logits.shape[2], logits.shape[3]
    )
    var gradient = Tensor(zerosLike: logits)
    var sum = 0.0
    var divisor = 0.0
    var pixel = 0
    for n in 0..<images {
      for i in 0..<rows {
        for j in 0..<columns {
          let label = labels[pixel]
          pixel += 1
          if label == ignored { continue }
          let v = classWeights == nil ? 1 : classWeights![label]
          var greatest = -Double.infinity
          for c in 0..<classes { greatest = max(greatest, logits[n, c, i, j]) }
          var total = 0.0
          for c in 0..<classes { total += exp(logits[n, c, i, j] - greatest) }
          sum += v * (log(total) + greatest - logits[n, label, i, j])
          divisor += v
          for c in 0..<classes {
            let p = exp(logits[n, c, i, j] - greatest) / total
            gradient[n, c, i, j] = v * (p - (c == label ? 1 : 0))
          }
        }
      }
    }
    if divisor == 0 { return (0, [gradient]) }
    return (sum / divisor, [gradient / divisor])
  }

  public func backward(cache: Cache) -> Tensor {
    cache[0]
  }
}
