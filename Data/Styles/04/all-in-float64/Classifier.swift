import Tensors

/// A linear model: every score is a weighted sum of the inputs, and a bias.
///
///     scores = [x, 1] · W
///
/// With one column of weights the sign of the score tells one class from another. Read as a number,
/// the score is a prediction: then this is linear regression.
///
/// | name      | shape        | meaning                                              |
/// | --------- | ------------ | ---------------------------------------------------- |
/// | `x`       | `[N, D]`     | N samples of D numbers                               |
/// | `weights` | `[D + 1, M]` | W: a row for each input, and the biases as last row  |
/// | `scores`  | `[N, M]`     | M scores of each sample, any numbers                 |
public struct Classifier: Sendable, Equatable {
  public var weights: Tensor

  public init(weights: Tensor) {
    self.weights = weights
  }

  /// A classifier that has learnt nothing: all weights are 0.
  public init(inputs: Int, outputs: Int = 1) {
    self.init(weights: Tensor(zeros: [inputs + 1, outputs]))
  }

  /// Returns `x` (`[N, D]`) with a last column of ones, `[N, D + 1]`.
  public static func withBiasColumn(_ x: Tensor) -> Tensor {
    let ones = Tensor(repeating: 1, shape: [x.shape[0], 1]).converted(to: x.elementType)
    return x.concatenated(with: ones, along: 1)
  }

  /// Returns the scores, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (scores: Tensor, cache: Tensor) {
    let extended = Classifier.withBiasColumn(x)
    return (extended.matmul(weights), extended)
  }

  /// Returns the gradients of the loss at `x` (`[N, D]`) and at `weights` (`[D + 1, M]`), given
  /// `upstream`, its gradient at the scores (`[N, M]`).
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(_ upstream: Tensor, cache: Tensor) -> (x: Tensor, weights: Tensor) {
    let inputs = weights.shape[0] - 1
    let dx = upstream.matmul(weights[..<inputs].transposed())
    let dw = cache.transposed().matmul(upstream)
    return (dx, dw)
  }

  /// Returns how far each sample lies from the boundary, `[N]`: above 0 where the score is. There is
  /// one column of weights.
  public func distancesFromBoundary(of x: Tensor) -> Tensor {
    let norm = weights.scalars.dropLast().map { $0 * $0 }.reduce(0, +).squareRoot()
    return Tensor(forward(x).scores.scalars.map { $0 / norm })
  }

  /// Returns a probability for each score, `[N, M]`.
  public func probabilities(for x: Tensor) -> Tensor {
    sigmoid(forward(x).scores)
  }

  /// Returns the class of each of the N samples. With one column it is 1 where the score is above 0,
  /// that is, where the probability is above ½; with several, the one with the highest score.
  public func predictions(for x: Tensor) -> [Int] {
    let scores = forward(x).scores
    guard scores.shape[1] == 1 else { return scores.argmax(along: 1) }
    return scores.scalars.map { $0 > 0 ? 1 : 0 }
  }
}
