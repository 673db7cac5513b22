import Checks
import Doorway
import Grading
import Tensors
import Testing

/// The normalisations of exercise 08 beside those that the graph of exercise 07 is built of.
@Suite("Normalisations by hand and on the graph")
struct RepresentationGraphTests {
  private let pair: GraphComparison

  init() throws { pair = try GraphComparison("08") }

  /// (x - mean) / √(variance + epsilon) along an axis.
  private func normalized(_ x: GraphSketch.Node, _ axis: Int, _ epsilon: Double)
    -> GraphSketch.Node
  {
    let centered = x - x.mean(axis)
    return centered * ((centered * centered).mean(axis) + epsilon).power(-0.5)
  }

  @Test("Batch normalization agrees with the graph to 1e-10, there and back")
  func batch() throws {
    var generator = SeededGenerator(seed: 8)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }
    for (shape, mode) in [([5, 3], Mode08.training), ([1, 2], .training), ([4, 3], .testing)] {
      let (x, upstream) = (draw(shape), draw(shape))
      let features = [shape[1]]
      let (scale, shift, mean) = (draw(features), draw(features), draw(features))
      let variance = 0.5 + abs(draw(features))
      let seen = try pair.ask(
        .batchNormalization,
        BatchNormalizationInput(
          [x], modes: [mode], scale: scale, shift: shift, runningMean: mean,
          runningVariance: variance, decay: 0.9, epsilon: 0.01), upstream: [upstream])
      let sketch = GraphSketch()
      let leaves = [x, scale, shift].map(sketch.leaf)
      let normal =
        mode == .training
        ? normalized(leaves[0], 0, 0.01)
        : (leaves[0] - sketch.leaf(mean)) * (sketch.leaf(variance) + 0.01).power(-0.5)
      _ = normal * leaves[1] + leaves[2]
      try pair.expect(
        seen.output.tensors[0],
        [seen.gradients.batches[0], seen.gradients.scale, seen.gradients.shift], like: sketch,
        upstream: upstream)
    }
  }

  @Test("Layer and group normalization agree with the graph to 1e-10, there and back")
  func layersAndGroups() throws {
    var generator = SeededGenerator(seed: 9)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }
    for (shape, groups) in [
      ([5, 3], 0), ([2, 3, 4], 0), ([3, 4, 3], 2), ([2, 6, 2, 2], 3), ([2, 6], 2), ([1, 3, 2], 3),
    ] {
      let features = groups == 0 ? shape[shape.count - 1] : shape[1]
      let (x, upstream) = (draw(shape), draw(shape))
      let (scale, shift) = (draw([features]), draw([features]))
      let input = NormalizationInput(
        x, scale: scale, shift: shift, epsilon: 0.01, groups: groups)
      let seen = try pair.ask(
        groups == 0 ? .layerNormalization : .groupNormalization, input, upstream: [upstream])
      let sketch = GraphSketch()
      let leaves = [x, scale, shift].map(sketch.leaf)
      if groups == 0 {
        _ = normalized(leaves[0], shape.count - 1, 0.01) * leaves[1] + leaves[2]
      } else {
        let rows = leaves[0].reshaped([shape[0] * groups, x.count / shape[0] / groups])
        let perChannel = [features] + [Int](repeating: 1, count: shape.count - 2)
        _ =
          normalized(rows, 1, 0.01).reshaped(shape) * leaves[1].reshaped(perChannel)
          + leaves[2].reshaped(perChannel)
      }
      try pair.expect(
        seen.output, [seen.gradients.x, seen.gradients.scale, seen.gradients.shift],
        like: sketch, upstream: upstream)
    }
  }
}
