import Tensors

/// The mean absolute error.
///
///     loss = 1/(N·M) · Σ |output - target|
///
/// | name      | shape    | meaning                           |
/// | --------- | -------- | --------------------------------- |
/// | `outputs` | `[N, M]` | what was predicted                |
/// | `targets` | `[N, M]` | what is right                     |
/// | `loss`    | a number | the mean over all N · M entries   |
public struct L1: Loss {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ outputs: Tensor, targets: Tensor) -> (loss: Double, cache: Tensor) {
    let error = outputs - targets
    return (abs(error).mean(), error)
  }

  /// Returns the gradient of the loss at the outputs, `[N, M]`.
  ///
  /// Where an output is exactly its target, where there is no derivative, the course takes 0.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    let count = Double(cache.count)
    return sign(cache) / count
  }
}
