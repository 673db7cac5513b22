import Tensors

/// What outputs cost that should have been the targets: a number, and the way back from it.
///
/// Outputs and targets have the same shape, `[N, M]`. Read it; there is nothing to write here.
public protocol Loss: Sendable {
  /// Returns the loss, and in `cache` whatever `backward` will need.
  func forward(_ outputs: Tensor, targets: Tensor) -> (loss: Double, cache: Tensor)

  /// Returns the gradient of the loss at the outputs, in their shape. `targets` are those that
  /// `forward` was given.
  func backward(cache: Tensor, targets: Tensor) -> Tensor
}
