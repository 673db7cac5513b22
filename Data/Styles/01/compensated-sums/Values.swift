import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  precondition(bound > 0)
  x = max(x, -bound)
  x = min(x, bound)
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  public private(set) var mean = Tensor(0)

  public init() {}

  public mutating func add(_ x: Tensor) {
    precondition(count == 0 || x.shape == mean.shape, "all of one shape")
    guard count > 0 else { (count, mean) = (1, x); return }
    count += 1
    mean += (x - mean) / Double(count)
  }
}
