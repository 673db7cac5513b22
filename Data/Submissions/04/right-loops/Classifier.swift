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
    let (n, d) = (x.shape[0], x.shape[1])
    var extended = Tensor(ones: [n, d + 1])
    for i in 0..<n {
      for j in 0..<d { extended[i, j] = x[i, j] }
    }
    return extended
  }

  /// Returns the scores, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (scores: Tensor, cache: Tensor) {
    let (n, d, m) = (x.shape[0], x.shape[1], weights.shape[1])
    var scores = Tensor(zeros: [n, m])
    for i in 0..<n {
      for j in 0..<m {
        var sum = weights[d, j]
        for k in 0..<d { sum += x[i, k] * weights[k, j] }
        scores[i, j] = sum
      }
    }
    return (scores, x)
  }

  /// Returns the gradients of the loss at `x` (`[N, D]`) and at `weights` (`[D + 1, M]`), given
  /// `upstream`, its gradient at the scores (`[N, M]`).
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(_ upstream: Tensor, cache: Tensor) -> (x: Tensor, weights: Tensor) {
    let x = cache
    let (n, d, m) = (x.shape[0], x.shape[1], weights.shape[1])
    var atX = Tensor(zeros: [n, d])
    var atWeights = Tensor(zeros: [d + 1, m])
    for i in 0..<n {
      for j in 0..<m {
        let slope = upstream[i, j]
        for k in 0..<d {
          atX[i, k] += slope * weights[k, j]
          atWeights[k, j] += slope * x[i, k]
        }
        atWeights[d, j] += slope
      }
    }
    return (atX, atWeights)
  }

  /// Returns how far each sample lies from the boundary, `[N]`: above 0 where the score is. There is
  /// one column of weights.
  public func distancesFromBoundary(of x: Tensor) -> Tensor {
    let (n, d) = (x.shape[0], x.shape[1])
    var square = 0.0
    for k in 0..<d { square += weights[k, 0] * weights[k, 0] }
    var distances = Tensor(zeros: [n])
    for i in 0..<n {
      var score = weights[d, 0]
      for k in 0..<d { score += x[i, k] * weights[k, 0] }
      distances[i] = score / square.squareRoot()
    }
    return distances
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
