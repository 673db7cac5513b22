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
  var probe = Probe(signal: x)
  return weights.map { probe.pass($0, activation) }
}

/// A signal on its way.
private struct Probe {
  var signal: Tensor

  mutating func pass(_ weights: Tensor, _ activation: any Layer) -> Double {
    signal = activation.forward(signal.matmul(weights)).output
    let mean = signal.mean()
    return (signal.scalars.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(signal.count))
      .squareRoot()
  }
}
