import Tensors

/// Spoils samples: each entry is set to 0 with a probability, and else stays as it is. There is no
/// factor as dropout has it.
///
/// After Pascal Vincent and others, "Extracting and composing robust features with denoising
/// autoencoders", 2008.
public func corrupted(
  _ x: Tensor, probability: Double, using generator: inout some RandomNumberGenerator
) -> Tensor {
  let kept = Tensor(uniform: x.shape, in: 0..<1, using: &generator) .>= probability
  return x * kept
}
