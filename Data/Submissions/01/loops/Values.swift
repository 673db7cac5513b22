import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  var entries = x.reshaped(to: [x.count])
  for i in 0..<entries.count {
    if entries[i] > bound { entries[i] = bound }
    if entries[i] < -bound { entries[i] = -bound }
  }
  x = entries.reshaped(to: x.shape)
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  public private(set) var mean = Tensor(0)
  private var all: [Tensor] = []

  public init() {}

  public mutating func add(_ x: Tensor) {
    all.append(x)
    count = all.count
    var sum = Tensor(zerosLike: x)
    for tensor in all { sum += tensor }
    mean = sum / count
  }
}
