import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  let range = -bound...bound
  x.mutateEntries { e in
    for i in e.indices where !range.contains(e[i]) && !e[i].isNaN { e[i] = e[i] > 0 ? range.upperBound : range.lowerBound }
  }
}

public struct RunningMean: Sendable {
  private enum State: Sendable { case empty, some(count: Int, mean: Tensor) }
  private var state = State.empty

  public var count: Int {
    if case .some(let count, _) = state { return count }
    return 0
  }

  public var mean: Tensor {
    if case .some(_, let mean) = state { return mean }
    return Tensor(0)
  }

  public init() {}

  public mutating func add(_ x: Tensor) {
    switch state {
    case .empty: state = .some(count: 1, mean: x)
    case .some(let count, let mean): state = .some(count: count + 1, mean: mean + (x - mean) / Double(count + 1))
    }
  }
}
