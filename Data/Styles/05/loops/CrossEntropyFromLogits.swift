import Foundation
import Tensors

public struct CrossEntropyFromLogits: Sendable {
  public init() {}

  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Tensor) {
    var loss = 0.0
    for n in 0..<logits.shape[0] {
      var largest = -Double.infinity
      for c in 0..<logits.shape[1] where logits[n, c] > largest {
        largest = logits[n, c]
      }
      var sum = 0.0
      for c in 0..<logits.shape[1] {
        sum += Foundation.exp(logits[n, c] - largest)
      }
      // log-sum-exp less the label's own logit
      loss += largest + Foundation.log(sum) - logits[n, labels[n]]
    }
    return (loss / Double(labels.count), logits)
  }

  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let logits = cache
    var gradient = Tensor(zerosLike: logits)
    for n in 0..<logits.shape[0] {
      let largest = logits.row(n).max()
      var sum = 0.0
      for c in 0..<logits.shape[1] {
        gradient[n, c] = Foundation.exp(logits[n, c] - largest)
        sum += gradient[n, c]
      }
      for c in 0..<logits.shape[1] {
        gradient[n, c] /= sum
        if c == labels[n] { gradient[n, c] -= 1 }
        gradient[n, c] /= Double(labels.count)
      }
    }
    return gradient
  }
}
