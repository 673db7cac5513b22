import Tensors

/// Sets entries to 0 by chance while a network learns, and lets all of them through when it is tested.
///
///     y = x · mask        where training
///         x               where testing
///
/// Each entry of the mask is drawn by itself: 0 with the probability p of being dropped, else
/// 1 / (1 - p). So each entry of y has, in the mean, the value of x.
///
/// | name          | shape    | meaning                                          |
/// | ------------- | -------- | ------------------------------------------------ |
/// | `probability` | a number | p, from 0 (nothing is dropped) to 1 (everything) |
/// | `x`           | any      | the inputs                                       |
/// | `y`           | as x     | the outputs                                      |
///
/// After Nitish Srivastava and others, "Dropout: a simple way to prevent neural networks from
/// overfitting", 2014.
public struct Dropout: Sendable {
  public var probability: Double

  public init(probability: Double) {
    self.probability = probability
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(
    _ x: Tensor, mode: Mode, using generator: inout some RandomNumberGenerator
  ) -> (output: Tensor, cache: Tensor) {
    guard mode == .training, probability > 0 else { return (x, Tensor(onesLike: x)) }
    guard probability < 1 else {
      let nothing = Tensor(zerosLike: x)
      return (nothing, nothing)
    }
    let draws = Tensor(uniform: x.shape, in: 0..<1, using: &generator)
    let mask = Tensor(draws .< probability) / probability
    return (x * mask, mask)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream * cache
  }
}
