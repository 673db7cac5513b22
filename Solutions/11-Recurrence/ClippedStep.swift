import Exercise05
import Exercise06
import Tensors

/// Moves `parameters` one step, along gradients whose common norm is `maximumNorm` at most.
///
/// Where it is greater, all gradients are multiplied by the same factor, as in part 6.20. Where it is
/// infinite or NaN, nothing is moved, and the optimizer hears nothing of it.
///
/// Returns the norm before clipping.
@discardableResult
public func clippedStep(
  _ parameters: inout [Tensor], along gradients: [Tensor], with optimizer: inout any Optimizer,
  maximumNorm: Double
) -> Double {
  // begin 11.26: You have written the clipping, and the optimizer.
  let (clipped, norm) = clipped(gradients, toNorm: maximumNorm)
  if norm.isFinite { optimizer.update(&parameters, along: clipped) }
  return norm
  // end
}
