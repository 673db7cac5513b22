import Tensors

public struct Sigmoid {
  public init() {}

  public func forward(_ x: Tensor) -> Tensor {
    1 / (1 + exp(-x))
  }
}
