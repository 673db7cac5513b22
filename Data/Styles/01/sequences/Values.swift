import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  let over = max(abs(x) - bound, 0)
  let far = over .> 0
  var y = x
  y.replace(with: sign(x) * bound, where: far)
  x = y
}

public struct RunningMean: Sendable {
  public private(set) var count: Int
  public private(set) var mean: Tensor

  public init() { (count, mean) = (0, Tensor(0)) }

  public mutating func add(_ x: Tensor) {
    self = RunningMean(count: count + 1, mean: mean + (x - mean) / Double(count + 1))
  }

  private init(count: Int, mean: Tensor) {
    self.count = count
    self.mean = mean
  }
}
