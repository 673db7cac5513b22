import Tensors

/// Moves an image `[C, H, W]` so many rows down and so many columns to the right; a negative number
/// moves it up, or to the left.
///
/// The size stays. What is moved out of the picture is lost, and where nothing has come from, there are
/// zeros.
public func shifted(_ image: Tensor, down: Int, right: Int) -> Tensor {
  var moved = Tensor(zerosLike: image)
  let (h, w) = (image.shape[1], image.shape[2])
  let old = image.scalars
  moved.mutateEntries { entries in
    for i in entries.indices {
      let (row, column) = (i / w % h - down, i % w - right)
      if row >= 0, row < h, column >= 0, column < w {
        entries[i] = old[i / (h * w) * h * w + row * w + column]
      }
    }
  }
  return moved
}

/// Moves each image of `[N, C, H, W]` by chance: down by a whole number of -limit ... limit, to the
/// right by another. All these numbers are as likely as each other, and each image has its own two.
public func randomlyShifted(
  _ images: Tensor, limit: Int, using generator: inout some RandomNumberGenerator
) -> Tensor {
  let moves = (0..<images.shape[0]).map { _ in
    (
      right: Int.random(in: 0...2 * limit, using: &generator) - limit,
      down: Int.random(in: 0...2 * limit, using: &generator) - limit
    )
  }
  let moved = moves.enumerated().map { i, move in
    shifted(images.row(i), down: move.down, right: move.right)
  }
  return Tensor(concatenating: moved, along: 0).reshaped(to: images.shape)
}
