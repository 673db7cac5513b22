import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  x.mutateEntries { entries in
    for i in entries.indices where abs(entries[i]) > bound {
      entries[i] = entries[i] < 0 ? -bound : bound
    }
  }
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  private var total: Tensor?

  public init() {}

  public var mean: Tensor {
    guard let total else { return Tensor(0) }
    return total / count
  }

  public mutating func add(_ x: Tensor) {
    count += 1
    total = total.map { $0 + x } ?? x
  }
}
