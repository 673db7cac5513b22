import Tensors

/// Returns how far `a` and `b` are apart, against their size: the largest, over all entries, of
///
///     |a - b| / max(|a|, |b|, floor)
///
/// - Two entries that are both 0 are 0 apart, whatever `floor` is.
/// - It is infinite where an entry of either is NaN or infinite, be it the same in both, and where
///   the shapes differ.
///
/// | name     | shape    | meaning                                            |
/// | -------- | -------- | -------------------------------------------------- |
/// | `a`, `b` | any      | two gradients, say                                 |
/// | `floor`  | a number | what is smaller counts as so large; 0 or more      |
/// | returned | a number | 0 where they are the same, 2 where b is -a         |
public func relativeError(_ a: Tensor, _ b: Tensor, floor: Double = 0) -> Double {
  // begin 2.5: What does a comparison with NaN say, and what does the largest of NaN and 1?
  guard a.shape == b.shape else { return .infinity }
  var largest = 0.0
  for (a, b) in zip(a.scalars, b.scalars) where a != b || !a.isFinite {
    guard a.isFinite, b.isFinite else { return .infinity }
    largest = max(largest, abs(a - b) / max(abs(a), abs(b), floor))
  }
  return largest
  // end
}

/// Returns whether `backward` of a layer is right at `x`: whether it returns what central differences
/// with step 1e-5 say, up to a relative error of 1e-4 with floor 1e-3.
///
/// A layer has many outputs and no loss, so it gets one: L = Σ upstream · output, for an `upstream`
/// that is drawn from `generator`, with both signs and all sizes. That tensor is the gradient of L at
/// the output.
///
/// | name | shape | meaning                    |
/// | ---- | ----- | -------------------------- |
/// | `x`  | any   | the place; `float64`       |
public func isBackwardRight(
  of layer: any Layer, at x: Tensor, using generator: inout some RandomNumberGenerator
) -> Bool {
  // begin 2.6: Both gradients belong to L. Which shape has upstream?
  let (output, cache) = layer.forward(x)
  let upstream = Tensor(normal: output.shape, using: &generator)
  let claimed = layer.backward(upstream, cache: cache)
  let measured = gradient(
    of: { (upstream * layer.forward($0).output).sum() }, at: x, step: 1e-5)
  return relativeError(claimed, measured, floor: 1e-3) < 1e-4
  // end
}
