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
    let losses = (0..<outputs.shape[0]).map { pow(outputs.row($0) - targets.row($0), 2).mean() }
    return (losses.reduce(0, +) / Double(losses.count), outputs)
  }

  /// Returns the gradient of the loss at the outputs, `[N, M]`.
  public func backward(cache: Tensor, targets: Tensor) -> Tensor {
    let rows = (0..<cache.shape[0]).map { i in
      (2 / Double(cache.count) * (cache.row(i) - targets.row(i))).reshaped(to: [1, -1])
    }
    return Tensor(concatenating: rows, along: 0)
  }
}
