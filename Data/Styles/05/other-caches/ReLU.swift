import Tensors

public struct ReLU: Layer {
  public init() {}

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let mask = Tensor(x .> 0)
    return (x * mask, mask)
  }

  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream * cache
  }
}
