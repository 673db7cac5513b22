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
    let (n, c, h, w) = (logits.shape[0], logits.shape[1], logits.shape[2], logits.shape[3])
    let grid = Tensor(labels).reshaped(to: [n, 1, h, w])
    let numbers = Tensor((0..<c).map { Double($0) }).reshaped(to: [c, 1, 1])
    let counts = Tensor(grid .!= Double(ignored))  // [N, 1, H, W]
    let oneHot = Tensor(grid + Tensor(zeros: [c, 1, 1]) .== numbers + 0 * grid) * counts
    let table = Tensor(classWeights ?? [Double](repeating: 1, count: c)).reshaped(to: [c, 1, 1])
    let v = (oneHot * table).sum(along: 1, keepingAxis: true)
    let top = logits.max(along: 1, keepingAxis: true)
    let powers = exp(logits - top)
    let below = powers.sum(along: 1, keepingAxis: true)
    // Where nothing counts, v is 0 everywhere, and may be divided by anything.
    let divisor = v.sum() == 0 ? 1 : v.sum()
    let surprise = (top + log(below)) - (oneHot * logits).sum(along: 1, keepingAxis: true)
    let loss = (v * surprise).sum() / divisor
    return (loss, [powers / below, oneHot, v, Tensor(divisor)])
  }

  public func backward(cache: Cache) -> Tensor {
    let (p, oneHot, v, divisor) = (cache[0], cache[1], cache[2], cache[3].scalar)
    return v * (p - oneHot) / divisor
  }
}
