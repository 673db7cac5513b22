import Tensors

/// A convolution 3x3 that keeps the size, forward and backward, as a student would write it: a
/// matrix product with all windows as columns.
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

/// The windows of all places as columns: [N, C · 9, H · W].
private func columns(of x: Tensor) -> Tensor {
  let (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  return x.padded(by: [0, 0, 1, 1]).windows(of: [3, 3])
    .transposed(permuting: [0, 1, 4, 5, 2, 3])
    .reshaped(to: [n, c * 9, h * w])
}

private func convolve(_ x: Tensor, _ w: Tensor) -> Tensor {
  let filters = w.reshaped(to: [w.shape[0], -1])
  return filters.matmul(columns(of: x))
    .reshaped(to: [x.shape[0], w.shape[0], x.shape[2], x.shape[3]])
}

private func convolveBack(
  _ x: Tensor, _ w: Tensor, _ upstream: Tensor
) -> (x: Tensor, weights: Tensor) {
  let (n, c, h, width) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  let rows = upstream.reshaped(to: [n, w.shape[0], h * width])
  let weights = rows.matmul(columns(of: x).transposed(permuting: [0, 2, 1]))
    .sum(along: 0).reshaped(to: w.shape)
  let patches = w.reshaped(to: [w.shape[0], -1]).transposed().matmul(rows)
    .reshaped(to: [n, c, 3, 3, h, width]).transposed(permuting: [0, 1, 4, 5, 2, 3])
  var padded = Tensor(zerosLike: x).padded(by: [0, 0, 1, 1])
  padded.add(patches, toWindowsOf: [3, 3])
  return (padded.cropped(by: [0, 0, 1, 1]), weights)
}
