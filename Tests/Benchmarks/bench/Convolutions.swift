import Tensors

/// A convolution 3x3 that keeps the size, forward and backward, as a student would write it: sums
/// of products over the windows.
func timeConvolutions(_ rows: inout Rows) {
  guard rows.wants("convolution") else { return }
  let layers = [("3->32 at 32x32", 3, 32, 32), ("32->64 at 16x16", 32, 64, 16)]
  for (typeName, type) in types {
    for (name, channels, filters, side) in layers {
      let x = random([64, channels, side, side], type)
      let w = random([filters, channels, 3, 3], type)
      let upstream = random([64, filters, side, side], type)
      rows.measure("convolution", "\(name) forward \(typeName)") { use(convolve(x, w)) }
      rows.measure("convolution", "\(name) backward \(typeName)") {
        use(convolveBack(x, w, upstream))
      }
    }
  }
}

/// The windows at all places: [N, C, H, W, 3, 3].
private func windows(of x: Tensor) -> Tensor {
  x.padded(by: [0, 0, 1, 1]).windows(of: [3, 3])
}

private func convolve(_ x: Tensor, _ w: Tensor) -> Tensor {
  w.tensordot(windows(of: x), along: [1, 2, 3], and: [1, 4, 5])  // [F, N, H, W]
    .transposed(permuting: [1, 0, 2, 3])
}

private func convolveBack(
  _ x: Tensor, _ w: Tensor, _ upstream: Tensor
) -> (x: Tensor, weights: Tensor) {
  let weights = upstream.tensordot(
    windows(of: x), along: [0, 2, 3], and: [0, 2, 3])  // [F, C, 3, 3]
  let (n, c, height, width) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  let patches = w.reshaped(to: [w.shape[0], -1]).transposed()
    .matmul(upstream.reshaped(to: [n, w.shape[0], -1]))  // [N, C · 9, H · W]
    .reshaped(to: [n, c, 3, 3, height, width]).transposed(permuting: [0, 1, 4, 5, 2, 3])
  var padded = Tensor(zerosLike: x).padded(by: [0, 0, 1, 1])
  padded.add(patches, toWindowsOf: [3, 3])
  return (padded.cropped(by: [0, 0, 1, 1]), weights)
}
