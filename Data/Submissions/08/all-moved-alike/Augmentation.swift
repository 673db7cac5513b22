import Tensors

/// Moves an image `[C, H, W]` so many rows down and so many columns to the right; a negative number
/// moves it up, or to the left.
///
/// The size stays. What is moved out of the picture is lost, and where nothing has come from, there are
/// zeros.
public func shifted(_ image: Tensor, down: Int, right: Int) -> Tensor {
  let margin = [abs(down), abs(right)]
  let wide = image.padded(by: [0] + margin)
  let pictures = wide.windows(of: Array(image.shape[1...]))  // [C, 2|down| + 1, 2|right| + 1, H, W]
  return pictures.transposed(permuting: [1, 2, 0, 3, 4])
    .row(margin[0] - down).row(margin[1] - right)
}

/// Moves each image of `[N, C, H, W]` by chance: down by a whole number of -limit ... limit, to the
/// right by another. All these numbers are as likely as each other, and each image has its own two.
public func randomlyShifted(
  _ images: Tensor, limit: Int, using generator: inout some RandomNumberGenerator
) -> Tensor {
  let down = Int.random(in: -limit...limit, using: &generator)
  let right = Int.random(in: -limit...limit, using: &generator)
  let moved = (0..<images.shape[0]).map { i in
    return shifted(images.row(i), down: down, right: right).expandingAxis(at: 0)
  }
  return Tensor(concatenating: moved, along: 0)
}
