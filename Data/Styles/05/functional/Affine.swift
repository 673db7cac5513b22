import Tensors

public struct Affine: Sendable {
  public var weights: Tensor
  public var bias: Tensor

  public init(weights: Tensor, bias: Tensor) {
    self.weights = weights
    self.bias = bias
  }

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let features = x.shape.dropFirst().reduce(1, *)
    return (bias + x.reshaped(to: [x.shape[0], features]).matmul(weights), x)
  }

  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let rows = cache.reshaped(to: [upstream.shape[0], -1])
    let ones = Tensor(onesLike: upstream).transposed()[0..<1]
    return (
      upstream.matmul(weights.transposed()).reshaped(to: cache.shape),
      upstream.transposed().matmul(rows).transposed(),
      ones.matmul(upstream).reshaped(to: bias.shape)
    )
  }
}
