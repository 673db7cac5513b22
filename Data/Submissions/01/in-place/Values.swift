import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  x.replace(with: bound, where: x .> bound)
  x.replace(with: -bound, where: x .< -bound)
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  public private(set) var mean = Tensor(0)

  public init() {}

  public mutating func add(_ x: Tensor) {
    count += 1
    if count == 1 {
      mean = x
    } else {
      mean.scale(by: 1 - 1 / Double(count), adding: x, times: 1 / Double(count))
    }
  }
}
