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
    // TODO: 9.24  mean() is the mean of all entries.
    unfinished("9.24")
  }

  /// Returns the gradient of the loss at `y`, `[N, D]`.
  public func backward(cache: Cache) -> Tensor {
    // TODO: 9.25  By how many has the sum been divided?
    unfinished("9.25")
  }
}

/// How well keypoints are found: 1 / (2 · loss), where the loss is the mean squared error. An error of 0
/// has an infinite score.
public func keypointScore(_ y: Tensor, targets: Tensor) -> Double {
  // TODO: 9.26  One line, with the loss from above.
  unfinished("9.26")
}
