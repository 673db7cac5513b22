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
  // begin 9.13: What are the samples of the affine layer, and what are their entries?
  let last = x.transposed(permuting: [0, 2, 3, 1])  // [N, H, W, C]
  let y = affine.forward(last.reshaped(to: [-1, x.shape[1]])).output  // [N · H · W, F]
  return y.reshaped(to: last.shape.prefix(3) + [-1]).transposed(permuting: [0, 3, 1, 2])
  // end
}
