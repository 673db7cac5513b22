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
  var result: [Double] = []
  var signal = x
  for layer in 0..<weights.count {
    let sums = signal.matmul(weights[layer])
    let (output, _) = activation.forward(sums)
    signal = output
    let count = Double(output.count)
    let mean = output.sum() / count
    let distances = output - mean
    let squares = distances * distances
    let variance = squares.sum() / count
    result.append(variance.squareRoot())
  }
  return result
}
