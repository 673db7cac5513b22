import Tensors

/// A step of a network that has no parameters: a function, and the way back through it.
///
/// Read it; there is nothing to write here.
public protocol Layer: Sendable {
  /// Returns the output, and in `cache` whatever `backward` will need.
  func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor)

  /// Returns the gradient of the loss at the input, given `upstream`, its gradient at the output.
  func backward(_ upstream: Tensor, cache: Tensor) -> Tensor
}
