import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  x = sign(x) * min(abs(x), bound)
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  public private(set) var mean = Tensor(0)

  public init() {}

  public mutating func add(_ x: Tensor) {
    mean = (Double(count) * mean + x) / (count + 1)
    count += 1
  }
}
