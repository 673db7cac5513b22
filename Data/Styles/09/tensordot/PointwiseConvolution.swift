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
  (affine.weights.tensordot(x, along: [0], and: [1]).transposed(permuting: [1, 0, 2, 3])
    + affine.bias.reshaped(to: [-1, 1, 1]))
}
