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
  var deviations: [Double] = []
  var h = x
  for w in weights {
    h = activation.forward(h.matmul(w)).output
    let all = h.scalars
    var sum = 0.0
    for value in all { sum += value }
    let mean = sum / Double(all.count)
    var squares = 0.0
    for value in all { squares += (value - mean) * (value - mean) }
    deviations.append((squares / Double(all.count)).squareRoot())
  }
  return deviations
}
