import Tensors

public struct Sigmoid: Layer {
  public init() {}

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    (1 / (1 + exp(-x)), x)
  }

  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let y = forward(cache).output
    return (y - y * y) * upstream
  }
}
