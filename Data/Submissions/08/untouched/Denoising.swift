import Tensors

/// Spoils samples: each entry is set to 0 with a probability, and else stays as it is. There is no
/// factor as dropout has it.
///
/// After Pascal Vincent and others, "Extracting and composing robust features with denoising
/// autoencoders", 2008.
public func corrupted(
  _ x: Tensor, probability: Double, using generator: inout some RandomNumberGenerator
) -> Tensor {
  // TODO: 8.19  For a bonus. What is different from dropout?
  unfinished("8.19")
}
