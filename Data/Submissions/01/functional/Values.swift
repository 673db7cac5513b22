import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  x = Tensor(shape: x.shape, scalars: x.scalars.map { min(max($0, -bound), bound) })
}

public struct RunningMean: Sendable {
  private var tensors: [Tensor] = []

  public init() {}

  public var count: Int { tensors.count }

  public var mean: Tensor { tensors.isEmpty ? Tensor(0) : tensors.reduce(0, +) / count }

  public mutating func add(_ x: Tensor) {
    tensors.append(x)
  }
}
