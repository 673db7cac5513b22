import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  x.mutateEntries { entries in
    for i in entries.indices { entries[i] = Swift.max(-bound, Swift.min(bound, entries[i])) }
  }
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  public private(set) var mean = Tensor(0)
  private var sums: [Double] = []

  public init() {}

  public mutating func add(_ x: Tensor) {
    count += 1
    let entries = x.scalars
    sums = sums.isEmpty ? entries : zip(sums, entries).map { $0 + $1 }
    mean = Tensor(shape: x.shape, scalars: sums.map { $0 / Double(count) })
  }
}
