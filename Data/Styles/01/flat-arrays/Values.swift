import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  let hi = bound, lo = -bound
  x.mutateEntries { p in
    var i = 0
    let n = p.count
    while i < n { p[i] = p[i] > hi ? hi : p[i] < lo ? lo : p[i]; i += 1 }
  }
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  public private(set) var mean = Tensor(0)

  public init() {}

  public mutating func add(_ x: Tensor) {
    count += 1
    var m = count == 1 ? Tensor(zerosLike: x) : mean
    m.scale(by: Double(count - 1) / Double(count), adding: x, times: 1 / Double(count))
    mean = m
  }
}
