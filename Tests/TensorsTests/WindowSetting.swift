import Tensors

/// Windows drawn for a shape.
struct WindowSetting {
  let size: [Int]
  let stride: Int
  let dilation: Int
  /// The shape of the windows: leading axes, places, entries.
  let shape: [Int]

  /// Nil where a shape has an axis without entries at its end.
  init?(on shape: [Int], _ generator: inout SeededGenerator) {
    let rank = generator.number(0...min(shape.count, 2))
    let sides = Array(shape.suffix(rank))
    if sides.contains(0) { return nil }
    let dilation = generator.chance(3) ? 2 : 1
    let stride = generator.number(1...3)
    let size = sides.map { generator.number(1...min(($0 - 1) / dilation + 1, 4)) }
    self.size = size
    self.stride = stride
    self.dilation = dilation
    let places = zip(sides, size).map { side, n in
      // Counted, since this is what the formula has to agree with.
      Swift.stride(from: 0, to: side, by: stride).count { $0 + dilation * (n - 1) < side }
    }
    self.shape = Array(shape.prefix(shape.count - rank)) + places + size
  }

  /// Where on the last axes of the tensor an entry of a window is.
  func place(of index: [Int], _ leading: Int) -> [Int] {
    size.indices.map {
      index[leading + $0] * stride + index[leading + size.count + $0] * dilation
    }
  }
}
