import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  clipAbove(&x, bound)
  x = -x
  clipAbove(&x, bound)
  x = -x
}

private func clipAbove(_ x: inout Tensor, _ bound: Double) {
  x -= max(x - bound, 0)
}

public struct RunningMean: Sendable {
  struct Totals: Sendable {
    var count = 0
    var sum: Tensor?
  }

  private var totals = Totals()

  public init() {}

  public var count: Int { totals.count }
  public var mean: Tensor { totals.sum.map { $0 / totals.count } ?? Tensor(0) }

  public mutating func add(_ x: Tensor) {
    totals = Totals(count: totals.count + 1, sum: totals.sum.map { $0 + x } ?? x)
  }
}
