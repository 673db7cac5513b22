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
    var sum = 0.0
    for i in 0..<outputs.shape[0] {
      for j in 0..<outputs.shape[1] { sum += abs(outputs[i, j] - targets[i, j]) }
    }
    return (sum / Double(outputs.count), outputs)
  }

  /// Returns the gradient of the loss at the outputs, `[N, M]`.
  ///
  /// Where an output is exactly its target, where there is no derivative, the course takes 0.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    var gradient = Tensor(zerosLike: cache)
    for i in 0..<cache.shape[0] {
      for j in 0..<cache.shape[1] {
        if cache[i, j] > targets[i, j] { gradient[i, j] = 1 / Double(cache.count) }
        if cache[i, j] < targets[i, j] { gradient[i, j] = -1 / Double(cache.count) }
      }
    }
    return gradient
  }
}
