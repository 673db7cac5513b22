import Tensors

/// The mean of each row.
///
///     mean[n] = 1/M · Σ x[n, m]           sum over m
///
/// | name   | shape    | meaning                |
/// | ------ | -------- | ---------------------- |
/// | `x`    | `[N, M]` | N rows of M numbers    |
/// | result | `[N]`    | a mean for each row    |
public func rowMeans(_ x: Tensor) -> Tensor {
  // begin 1.1: Which of the two axes has to go?
  x.mean(along: 1)
  // end
}

/// Each row less its mean: rows that add up to 0.
///
///     y[n, m] = x[n, m] - mean[n]
///
/// | name   | shape    | meaning             |
/// | ------ | -------- | ------------------- |
/// | `x`    | `[N, M]` | N rows of M numbers |
/// | result | `[N, M]` | the same, centred   |
public func centeredRows(_ x: Tensor) -> Tensor {
  // begin 1.2: Axes are matched from the last one. Which shape must the means have?
  x - x.mean(along: 1, keepingAxis: true)  // [N, M] - [N, 1]
  // end
}

/// Each column with its mean taken away, divided by its deviation.
///
///     mean[d]     = 1/N · Σ x[n, d]                        sums over n
///     variance[d] = 1/N · Σ (x[n, d] - mean[d])²
///     z[n, d]     = (x[n, d] - mean[d]) / √(variance[d] + epsilon)
///
/// `epsilon` is a number, so that a column in which all entries are equal becomes 0 (up to rounding)
/// and not 0 / 0. It stands under the root.
///
/// | name      | shape    | meaning                          |
/// | --------- | -------- | -------------------------------- |
/// | `x`       | `[N, D]` | N samples of D features          |
/// | `epsilon` | a number | above 0; small, as a rule        |
/// | result    | `[N, D]` | each column with mean 0          |
public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  // begin 1.3: Take the mean away first: what is left is needed twice.
  let centered = x - x.mean(along: 0)  // [N, D] - [D]
  let variance = (centered * centered).mean(along: 0)  // [D]
  return centered / sqrt(variance + epsilon)
  // end
}
