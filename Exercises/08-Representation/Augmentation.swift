import Tensors

/// Moves an image `[C, H, W]` so many rows down and so many columns to the right; a negative number
/// moves it up, or to the left.
///
/// The size stays. What is moved out of the picture is lost, and where nothing has come from, there are
/// zeros.
public func shifted(_ image: Tensor, down: Int, right: Int) -> Tensor {
  // TODO: 8.10  With a margin of zeros around it, which part of the picture is wanted?
  unfinished("8.10")
}

/// Moves each image of `[N, C, H, W]` by chance: down by a whole number of -limit ... limit, to the
/// right by another. All these numbers are as likely as each other, and each image has its own two.
public func randomlyShifted(
  _ images: Tensor, limit: Int, using generator: inout some RandomNumberGenerator
) -> Tensor {
  // TODO: 8.11  How many draws are there for N images?
  unfinished("8.11")
}
