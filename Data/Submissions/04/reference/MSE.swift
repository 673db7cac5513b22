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
    // begin 4.6: What does the way back need to know?
    let errors = outputs - targets
    return ((errors * errors).mean(), errors)
    // end
  }

  /// Returns the gradient of the loss at the outputs, `[N, M]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    // begin 4.7: Where does the mean go when it is differentiated?
    let errors = cache
    return 2 * errors / Double(errors.count)
    // end
  }
}
