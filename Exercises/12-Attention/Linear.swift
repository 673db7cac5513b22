import Tensors

/// The affine layer of exercise 05, on the last axis of any tensor.
///
///     y = x · W + b
///
/// | name      | shape       | meaning     |
/// | --------- | ----------- | ----------- |
/// | `x`       | `[…, D]`    | the inputs  |
/// | `weights` | `[D, M]`    | W           |
/// | `bias`    | `[M]`       | b           |
/// | `y`       | `[…, M]`    | the outputs |
///
/// Read it; there is nothing to write here.
public struct Linear: Parameterized {
  public var weights: Tensor
  public var bias: Tensor

  /// A new layer. The weights are drawn with a deviation of √(2 / (D + M)), the bias is 0.
  public init(inputs: Int, outputs: Int, using generator: inout some RandomNumberGenerator) {
    let deviation = (2 / Double(inputs + outputs)).squareRoot()
    weights = deviation * Tensor(normal: [inputs, outputs], using: &generator)
    bias = Tensor(zeros: [outputs])
  }

  /// `weights`, `bias`
  public var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  /// Returns `y`. What `backward` will need is `x` itself.
  public func forward(_ x: Tensor) -> Tensor {
    x.matmul(weights) + bias
  }

  /// Returns the gradients of the loss at `x` and at the parameters, given `upstream`, its gradient at
  /// `y`.
  public func backward(_ upstream: Tensor, x: Tensor) -> (x: Tensor, parameters: [Tensor]) {
    let rows = x.reshaped(to: [-1, weights.shape[0]])
    let slopes = upstream.reshaped(to: [-1, weights.shape[1]])
    return (
      x: slopes.matmul(weights.transposed()).reshaped(to: x.shape),
      parameters: [rows.transposed().matmul(slopes), slopes.sum(along: 0)]
    )
  }
}
