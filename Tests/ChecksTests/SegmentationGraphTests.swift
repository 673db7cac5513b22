import Checks
import Doorway
import Grading
import Tensors
import Testing

/// The layers of exercise 10 beside those that the graph of exercise 07 is built of: an image becomes larger
/// by a product with a matrix, and the graph finds all ways back by itself.
@Suite("Upsampling and pixels by hand and on the graph")
struct SegmentationGraphTests {
  private let pair: GraphComparison

  init() throws { pair = try GraphComparison("10") }

  @Test("The transposed convolution agrees with the graph to 1e-10, there and back")
  func transposed() throws {
    var generator = SeededGenerator(seed: 10)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }
    for (shape, filters, window, more) in [
      ([2, 3, 4], 3, WindowSettings(3, 2), 0), ([3, 3, 2], 2, WindowSettings(2, 2, stride: 2), 0),
      ([2, 3, 3], 2, WindowSettings(3, 3, stride: 2, padding: 1), 1),
      ([1, 4, 3], 2, WindowSettings(2, 3, stride: 3, padding: 1, dilation: 2), 2),
    ] {
      let (channels, rows, columns) = (shape[0], shape[1], shape[2])
      let (x, bias) = (draw([1] + shape), draw([filters]))
      let weights = draw([channels, filters, window.height, window.width])
      func size(_ count: Int, _ length: Int) -> Int {
        (count - 1) * window.stride - 2 * window.padding + window.dilation * (length - 1) + 1
          + more
      }
      let outputs = (rows: size(rows, window.height), columns: size(columns, window.width))
      let upstream = draw([1, filters, outputs.rows, outputs.columns])
      let seen = try pair.ask(
        .transposedConvolution,
        TransposedInput(x: x, weights: weights, bias: bias, window: window, outputPadding: more),
        upstream: [upstream])

      let sketch = GraphSketch()
      let leaves = [x, weights, bias].map(sketch.leaf)
      let pixels = leaves[0].reshaped([channels, rows * columns])
      // A row for each entry of the kernel, [F, C] in it.
      let kernels = leaves[1].transposed([2, 3, 1, 0])
        .reshaped([window.height * window.width, filters * channels])
      let zeros = Tensor(zeros: [filters, outputs.rows * outputs.columns])
      var sum = sketch.leaf(zeros) + leaves[2].reshaped([filters, 1])
      for k in 0..<window.height {
        for l in 0..<window.width {
          let kernel = kernels.rows([k * window.width + l]).reshaped([filters, channels])
          // A kernel's entry brings a pixel to where it would see that pixel from.
          let picks = sketch.leaf(
            places(of: (k, l), window, outputs, (rows, columns)).transposed())
          sum = sum + kernel.matmul(pixels).matmul(picks)
        }
      }
      try pair.expect(
        seen.output, [seen.gradients.x, seen.gradients.weights, seen.gradients.bias],
        like: sketch, upstream: upstream.reshaped(to: sum.shape))
    }
  }

  /// `[factor · count, count]`: how near each input is to each output.
  private func nearness(_ count: Int, _ factor: Int, aligned: Bool?) -> Tensor {
    let outputs = factor * count
    var weights = Tensor(zeros: [outputs, count])
    for i in 0..<outputs {
      let half = (Double(i) + 0.5) / Double(factor) - 0.5
      let corner = outputs == 1 ? 0 : Double(i) * Double(count - 1) / Double(outputs - 1)
      let place = min(max(aligned == true ? corner : half, 0), Double(count - 1))
      for h in 0..<count {
        let isNearest = aligned == nil && h == i / factor
        weights[i, h] =
          aligned == nil ? (isNearest ? 1 : 0) : max(0, 1 - (place - Double(h)).magnitude)
      }
    }
    return weights
  }

  @Test("Upsampling agrees with the graph to 1e-10, there and back")
  func upsampling() throws {
    var generator = SeededGenerator(seed: 11)
    for (shape, factor) in [([2, 3, 3, 4], 2), ([1, 2, 4, 3], 3), ([1, 1, 1, 5], 4)] {
      for aligned: Bool? in [nil, false, true] {
        let x = Tensor(normal: shape, using: &generator)
        let (rows, columns) = (factor * shape[2], factor * shape[3])
        let upstream = Tensor(normal: [shape[0], shape[1], rows, columns], using: &generator)
        let seen = try pair.ask(
          aligned == nil ? .nearest : .bilinear,
          UpsamplingInput(x, factor: factor, alignsCorners: aligned ?? false),
          upstream: [upstream])
        let (sketch, images) = (GraphSketch(), shape[0] * shape[1])
        let leaf = sketch.leaf(x)
        let across = sketch.leaf(nearness(shape[3], factor, aligned: aligned).transposed())
        let down = sketch.leaf(nearness(shape[2], factor, aligned: aligned))
        let wide = leaf.reshaped([images * shape[2], shape[3]]).matmul(across)
        let byRows = wide.reshaped([images, shape[2], columns]).transposed([1, 0, 2])
        _ = down.matmul(byRows.reshaped([shape[2], images * columns]))
          .reshaped([rows, images, columns]).transposed([1, 0, 2])
        try pair.expect(
          seen.output, [seen.gradients], like: sketch,
          upstream: upstream.reshaped(to: [images, rows, columns]))
      }
    }
  }

  @Test("The cross-entropy of pixels agrees with the graph to 1e-10, there and back")
  func pixels() throws {
    var generator = SeededGenerator(seed: 12)
    for (shape, ignored, weights) in [
      ([2, 3, 2, 3], -1, nil as [Double]?), ([1, 4, 3, 2], 255, nil),
      ([2, 3, 2, 2], 255, [0.5, 2, 1.25]),
    ] {
      let logits = 3 * Tensor(normal: shape, using: &generator)
      let count = shape[0] * shape[2] * shape[3]
      let labels = (0..<count).map { $0 % 4 == 1 ? ignored : $0 * 7 % shape[1] }
      let seen = try pair.ask(
        .pixelCrossEntropy,
        PixelInput(logits, labels: labels, classWeights: weights, ignored: ignored), upstream: [])
      let sketch = GraphSketch()
      let kept = labels.indices.filter { labels[$0] != ignored }
      let rows = sketch.leaf(logits).transposed([0, 2, 3, 1]).reshaped([count, shape[1]])
        .rows(kept)
      let values = kept.map { weights?[labels[$0]] ?? 1 }
      let shares = Tensor(values).expandingAxis(at: 1) / values.reduce(0, +)
      _ = ((rows.logSumExp(1) - rows.gathered(kept.map { labels[$0] })) * sketch.leaf(shares)).sum
      try pair.expect(
        Tensor(seen.output), [seen.gradients], like: sketch, upstream: Tensor(1))
    }
  }
}
