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
    var sum = 0.0
    for i in 0..<outputs.shape[0] {
      for j in 0..<outputs.shape[1] {
        let error = outputs[i, j] - targets[i, j]
        sum += error * error
      }
    }
    return (sum / Double(outputs.count), outputs)
  }

  /// Returns the gradient of the loss at the outputs, `[N, M]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    var gradient = cache
    for i in 0..<cache.shape[0] {
      for j in 0..<cache.shape[1] {
        gradient[i, j] = 2 * (cache[i, j] - targets[i, j]) / Double(cache.count)
      }
    }
    return gradient
  }
}
