import Tensors

/// A network with one hidden layer and one output.
///
///     h = tanh(x · W₁ + b₁)        y = h · W₂ + b₂        loss = 1/N · Σ (y - target)²
///
/// | name                      | shape              | meaning                     |
/// | ------------------------- | ------------------ | --------------------------- |
/// | `x`                       | `[N, D]`           | N samples                   |
/// | `weights1`, `bias1`       | `[D, H]`, `[H]`    | W₁, b₁                      |
/// | `weights2`, `bias2`       | `[H, 1]`, `[1]`    | W₂, b₂                      |
/// | `y`, `targets`            | `[N, 1]`           | what comes out, and should  |
public struct XORNet: Sendable {
  public var weights1: Tensor
  public var bias1: Tensor
  public var weights2: Tensor
  public var bias2: Tensor

  public init(weights1: Tensor, bias1: Tensor, weights2: Tensor, bias2: Tensor) {
    self.weights1 = weights1
    self.bias1 = bias1
    self.weights2 = weights2
    self.bias2 = bias2
  }

  /// A new network for two inputs: weights with deviation 1, biases 0.
  public init(hidden: Int, using generator: inout some RandomNumberGenerator) {
    self.init(
      weights1: Tensor(normal: [2, hidden], using: &generator), bias1: Tensor(zeros: [hidden]),
      weights2: Tensor(normal: [hidden, 1], using: &generator), bias2: Tensor(zeros: [1]))
  }

  /// Returns y.
  public func output(_ x: Tensor) -> Tensor {
    tanh(x.matmul(weights1) + bias1).matmul(weights2) + bias2
  }

  /// Returns the loss, and its gradient at each parameter, as a network whose parameters are these
  /// gradients.
  public func loss(_ x: Tensor, targets: Tensor) -> (loss: Double, gradients: XORNet) {
    // TODO: 2.20  Name every step of the formula, and go back through them one by one.
    unfinished("2.20")
  }

  /// Takes `steps` steps of gradient descent on all samples, and returns the loss before each: as many
  /// as there are steps, which may be 0.
  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    // TODO: 2.21  All four parameters move, each along its own gradient, and at the same time.
    unfinished("2.21")
  }
}
