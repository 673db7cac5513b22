import Doorway
import Tensors

/// `[H · W, O · P]`: 1 where output (o, p) sees the pixel by entry (i, j) of the window.
func places(
  of entry: (i: Int, j: Int), _ window: WindowSettings, _ image: (rows: Int, columns: Int),
  _ outputs: (rows: Int, columns: Int)
) -> Tensor {
  var picks = Tensor(zeros: [image.rows * image.columns, outputs.rows * outputs.columns])
  for o in 0..<outputs.rows {
    for p in 0..<outputs.columns {
      let row = o * window.stride - window.padding + entry.i * window.dilation
      let column = p * window.stride - window.padding + entry.j * window.dilation
      guard (0..<image.rows).contains(row), (0..<image.columns).contains(column) else { continue }
      picks[row * image.columns + column, o * outputs.columns + p] = 1
    }
  }
  return picks
}
