import Exercise05
import Foundation
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
  var deviations: [Double] = []
  for matrix in weights {
    signal = activation.forward(signal.matmul(matrix)).output
    deviations.append(signal.deviation)
  }
  return deviations
}

extension Tensor {
  fileprivate var deviation: Double {
    let far = self - mean()
    return sqrt((far * far).mean())
  }
}
