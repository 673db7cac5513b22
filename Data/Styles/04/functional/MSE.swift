import Tensors

/// The mean squared error.
///
///     loss = 1/(N·M) · Σ (output - target)²
///
/// | name      | shape    | meaning                           |
/// | --------- | -------- | --------------------------------- |
/// | `outputs` | `[N, M]` | what was predicted                |
/// | `targets` | `[N, M]` | what is right                     |
/// | `loss`    | a number | the mean over all N · M entries   |
public struct MSE: Loss {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ outputs: Tensor, targets: Tensor) -> (loss: Double, cache: Tensor) {
    let errors = zip(outputs.scalars, targets.scalars).map(-)
    return (
      errors.map { $0 * $0 }.reduce(0, +) / Double(errors.count),
      Tensor(shape: outputs.shape, scalars: errors)
    )
  }

  /// Returns the gradient of the loss at the outputs, `[N, M]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    Tensor(shape: cache.shape, scalars: cache.scalars.map { 2 * $0 / Double(cache.count) })
  }
}
