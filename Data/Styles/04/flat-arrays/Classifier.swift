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
    let src = x.scalars
    var dst = [Double](repeating: 1, count: n * (d + 1))
    var i = 0
    while i < n {
      var j = 0
      while j < d { dst[i * (d + 1) + j] = src[i * d + j]; j += 1 }
      i += 1
    }
    return Tensor(shape: [n, d + 1], scalars: dst)
  }

  /// Returns the scores, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (scores: Tensor, cache: Tensor) {
    let a = Classifier.withBiasColumn(x)
    var out = [Double](repeating: 0, count: a.shape[0] * weights.shape[1])
    gemm(a.scalars, weights.scalars, &out, a.shape[0], a.shape[1], weights.shape[1])
    return (Tensor(shape: [a.shape[0], weights.shape[1]], scalars: out), a)
  }

  /// Returns the gradients of the loss at `x` (`[N, D]`) and at `weights` (`[D + 1, M]`), given
  /// `upstream`, its gradient at the scores (`[N, M]`).
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(_ upstream: Tensor, cache: Tensor) -> (x: Tensor, weights: Tensor) {
    let (n, k, m) = (cache.shape[0], cache.shape[1], weights.shape[1])
    var dx = [Double](repeating: 0, count: n * (k - 1))
    var dw = [Double](repeating: 0, count: k * m)
    gemm(upstream.scalars, weights[..<(k - 1)].transposed().scalars, &dx, n, m, k - 1)
    gemm(cache.transposed().scalars, upstream.scalars, &dw, k, n, m)
    return (Tensor(shape: [n, k - 1], scalars: dx), Tensor(shape: [k, m], scalars: dw))
  }

  /// Returns how far each sample lies from the boundary, `[N]`: above 0 where the score is. There is
  /// one column of weights.
  public func distancesFromBoundary(of x: Tensor) -> Tensor {
    let w = weights[..<(weights.shape[0] - 1)]
    let length = (w * w).sum().squareRoot()
    let scores = forward(x).scores
    return scores.reshaped(to: [x.shape[0]]) / length
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

/// c (n x m) += a (n x k) * b (k x m)
private func gemm(_ a: [Double], _ b: [Double], _ c: inout [Double], _ n: Int, _ k: Int, _ m: Int) {
  for i in 0..<n { for l in 0..<k { for j in 0..<m { c[i * m + j] += a[i * k + l] * b[l * m + j] } } }
}
