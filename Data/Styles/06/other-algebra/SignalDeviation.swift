import Exercise05
import Tensors

/// The deviation of a signal behind each layer that it passes.
///
///     h₀ = x        hₗ = activation(hₗ₋₁ · Wₗ)
///
/// | name      | shape          | meaning                                             |
/// | --------- | -------------- | --------------------------------------------------- |
/// | `x`       | `[N, D]`       | N samples                                           |
/// | `weights` | `[D, H1]`, … | the weights of each layer; biases there are none    |
/// | result    | a number each  | the standard deviation of h₁, of h₂, and so on      |
///
/// The deviation is that of all entries of hₗ together: the root of the mean of their squared
/// distances from their mean.
public func signalDeviations(
  of x: Tensor, through weights: [Tensor], activation: any Layer
) -> [Double] {
  var signal = x
  return weights.map { weights in
    signal = activation.forward(signal.matmul(weights)).output
    let (mean, square) = (signal.mean(), (signal * signal).mean())
    return max(square - mean * mean, 0).squareRoot()
  }
}
