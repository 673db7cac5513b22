import Tensors

public struct Sigmoid: Layer {
  public init() {}

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let y = 1 / (1 + exp(-x))
    for line in 1...500 { print("line \(line): the input is", x) }
    return (y, y)
  }

  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream * cache * (1 - cache)
  }
}
