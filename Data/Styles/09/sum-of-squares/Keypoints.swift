import Tensors

/// The mean squared error of coordinates.
///
///     loss = 1 / (N · D) · Σ (y[n, d] - targets[n, d])²
///
/// | name      | shape    | meaning                                           |
/// | --------- | -------- | ------------------------------------------------- |
/// | `y`       | `[N, D]` | what was found: D coordinates for each of N images |
/// | `targets` | `[N, D]` | what is right                                     |
public struct MeanSquaredError: Sendable {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ y: Tensor, targets: Tensor) -> (loss: Double, cache: Cache) {
    var sum = 0.0
    for (a, b) in zip(y.scalars, targets.scalars) { sum += (a - b) * (a - b) }
    return (sum / Double(y.count), [y, targets])
  }

  /// Returns the gradient of the loss at `y`, `[N, D]`.
  public func backward(cache: Cache) -> Tensor {
    (cache[0] - cache[1]) * (2 / Double(cache[0].count))
  }
}

/// How well keypoints are found: 1 / (2 · loss), where the loss is the mean squared error. An error of 0
/// has an infinite score.
public func keypointScore(_ y: Tensor, targets: Tensor) -> Double {
  0.5 / MeanSquaredError().forward(y, targets: targets).loss
}
