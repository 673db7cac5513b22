import Tensors

public func clip(_ x: inout Tensor, to bound: Double) {
  let zuGroß = x .> bound
  let zuKlein = x .< -bound
  x = x.replacing(with: bound, where: zuGroß).replacing(with: -bound, where: zuKlein)
}

public struct RunningMean: Sendable {
  public private(set) var count = 0
  public private(set) var mean = Tensor(0)

  public init() {}

  public mutating func add(_ x: Tensor) {
    let bisher = Double(count)
    count += 1
    let anteilAlt = bisher / Double(count)
    let anteilNeu = 1 / Double(count)
    mean = mean * anteilAlt + x * anteilNeu
  }
}
