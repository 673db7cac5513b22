import Exercise05
import Tensors

/// A convolution with windows of one entry, 1 × 1, by an affine layer of exercise 05: it mixes the
/// channels of every pixel, and looks at no other.
///
/// | name   | shape          | meaning                                             |
/// | ------ | -------------- | --------------------------------------------------- |
/// | `x`    | `[N, C, H, W]` | N images of C channels                              |
/// | affine |                | weights `[C, F]`, bias `[F]`                        |
/// | result | `[N, F, H, W]` | every pixel's channels, through the affine layer    |
public func pointwise(_ x: Tensor, through affine: Affine) -> Tensor {
  // TODO: 9.13  What are the samples of the affine layer, and what are their entries?
  unfinished("9.13")
}
