import Checks
import Doorway
import Grading
import Tensors
import Testing

/// The layers of exercise 09 beside those that the graph of exercise 07 is built of: a place of a window is
/// a product with a matrix that picks pixels, and the graph finds all ways back by itself.
@Suite("Convolutions by hand and on the graph")
struct ConvolutionGraphTests {
  private let own: any Subject
  private let graphs: any Subject

  init() throws {
    own = try Kept.workshop(of: Catalogue.exercise("09")).subject(.reference, .training)
    graphs = try Kept.workshop(of: Catalogue.exercise("07")).subject(.reference, .training)
  }

  private func ask<Input, Output, Gradients>(
    _ question: Question<LayerRun<Input>, LayerTrace<Output, Gradients>>, of subject: any Subject,
    _ input: Input, _ upstream: Tensor
  ) throws -> (output: Output, gradients: Gradients) {
    let run = LayerRun([input], waysBack: [WayBack(0, upstream: [upstream])])
    let trace = try subject.ask(question, [run], limits: .training)[0]
    return (trace.outputs[0], trace.gradients[0])
  }

  private func expectClose(
    _ a: Tensor, _ b: Tensor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(a.count == b.count, sourceLocation: sourceLocation)
    guard a.count == b.count else { return }
    let distance = abs(a.reshaped(to: [-1]) - b.reshaped(to: [-1])).max()
    #expect(distance < 1e-10, sourceLocation: sourceLocation)
  }

  @Test("Both convolutions agree with the graph to 1e-10, there and back")
  func convolutions() throws {
    var generator = SeededGenerator(seed: 9)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }
    for (shape, filters, window) in [
      ([2, 4, 5], 3, WindowSettings(2, 3)), ([3, 5, 4], 2, WindowSettings(3, 2, padding: 1)),
      ([1, 6, 7], 2, WindowSettings(3, 2, stride: 2, padding: 2, dilation: 2)),
    ] {
      let (channels, rows, columns) = (shape[0], shape[1], shape[2])
      let (x, bias) = (draw([1] + shape), draw([filters]))
      let weights = draw([filters, channels, window.height, window.width])
      func count(_ pixels: Int, _ size: Int) -> Int {
        (pixels + 2 * window.padding - window.dilation * (size - 1) - 1) / window.stride + 1
      }
      let outputs = (rows: count(rows, window.height), columns: count(columns, window.width))
      let upstream = draw([1, filters, outputs.rows, outputs.columns])

      // Leaves: x [C, H · W], b [F, 1], then weights [F, C] and picks of each entry.
      var leaves = [
        x.reshaped(to: [channels, rows * columns]), bias.reshaped(to: [filters, 1]),
      ]
      let entries = (0..<window.height).flatMap { i in (0..<window.width).map { (i: i, j: $0) } }
      for entry in entries {
        let all = (0..<filters).flatMap { f in
          (0..<channels).map { c in weights[f, c, entry.i, entry.j] }
        }
        leaves.append(Tensor(shape: [filters, channels], scalars: all))
        leaves.append(places(of: entry, window, (rows, columns), outputs))
      }
      var steps: [GraphStep] = []
      var sum = 1
      for k in entries.indices {
        let next = leaves.count + steps.count
        steps.append(GraphStep(.matmul, of: 0, 3 + 2 * k))
        steps.append(GraphStep(.matmul, of: 2 + 2 * k, next))
        steps.append(GraphStep(.add, of: sum, next + 1))
        sum = next + 2
      }
      let graph = try ask(
        .nodeGraph, of: graphs, NodeGraph(leaves, steps),
        upstream.reshaped(to: [filters, outputs.rows * outputs.columns]))
      let found = graph.gradients.tensors

      let input = ConvolutionInput(x: x, weights: weights, bias: bias, window: window, groups: 1)
      for question in [Question.naiveConvolution, .convolution] {
        let seen = try ask(question, of: own, input, upstream)
        expectClose(seen.output, graph.output)
        expectClose(seen.gradients.x, found[0])
        expectClose(seen.gradients.bias, found[1])
        for (k, entry) in entries.enumerated() {
          let all = (0..<filters).flatMap { f in
            (0..<channels).map { c in seen.gradients.weights[f, c, entry.i, entry.j] }
          }
          expectClose(Tensor(all), found[2 + 2 * k])
        }
      }
    }
  }

  @Test("Batch normalisation agrees with the graph to 1e-10, there and back")
  func batchNorm() throws {
    var generator = SeededGenerator(seed: 10)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }
    for shape in [[3, 2, 2, 3], [1, 3, 3, 2], [4, 1, 1, 1]] {
      let (x, upstream) = (draw(shape), draw(shape))
      let (scale, shift) = (draw([shape[1]]), draw([shape[1]]))
      let layer = BatchNormInput(x: x, scale: scale, shift: shift, epsilon: 0.01)
      let seen = try ask(.batchNorm, of: own, layer, upstream)
      // A row for each channel.
      func rows(_ t: Tensor) -> Tensor {
        t.transposed(permuting: [1, 0, 2, 3]).reshaped(to: [shape[1], -1])
      }
      func column(_ t: Tensor) -> Tensor { t.reshaped(to: [shape[1], 1]) }
      let graph = try ask(
        .nodeGraph, of: graphs,
        NodeGraph(
          [rows(x), column(scale), column(shift), Tensor(0.01)],
          [
            GraphStep(.mean(axis: 1, keeping: true), of: 0),  // 4
            GraphStep(.subtract, of: 0, 4),
            GraphStep(.multiply, of: 5, 5),
            GraphStep(.mean(axis: 1, keeping: true), of: 6),
            GraphStep(.add, of: 7, 3),
            GraphStep(.power(-0.5), of: 8),
            GraphStep(.multiply, of: 5, 9),
            GraphStep(.multiply, of: 10, 1),
            GraphStep(.add, of: 11, 2),
          ]), rows(upstream))
      expectClose(rows(seen.output), graph.output)
      expectClose(rows(seen.gradients.x), graph.gradients.tensors[0])
      expectClose(seen.gradients.scale, graph.gradients.tensors[1])
      expectClose(seen.gradients.shift, graph.gradients.tensors[2])
    }
  }

  @Test("Pooling agrees with the graph to 1e-10, there and back")
  func pooling() throws {
    let pair = try GraphComparison("09")
    var generator = SeededGenerator(seed: 11)
    for (shape, window) in [
      ([2, 4, 6], WindowSettings(2, 2, stride: 2)),
      ([3, 5, 4], WindowSettings(3, 2, stride: 2, padding: 1)), ([1, 3, 3], WindowSettings(2, 3)),
    ] {
      let (channels, rows, columns) = (shape[0], shape[1], shape[2])
      func count(_ pixels: Int, _ size: Int) -> Int {
        (pixels + 2 * window.padding - size) / window.stride + 1
      }
      let outputs = (rows: count(rows, window.height), columns: count(columns, window.width))
      let x = Tensor(normal: [1] + shape, using: &generator)
      let upstream = Tensor(
        normal: [1, channels, outputs.rows, outputs.columns], using: &generator)
      for isMaximum in [true, false] {
        let seen = try pair.ask(
          isMaximum ? .maxPool : .averagePool, PoolingInput(x, window),
          upstream: [upstream])
        // A row for each pixel, and one behind them that stands for the padding.
        let sketch = GraphSketch()
        let pixels = sketch.leaf(x).reshaped([channels, rows * columns]).transposed()
        let outside = Tensor(repeating: isMaximum ? -1e3 : 0, shape: [1, channels])
        let all = GraphSketch.Node(joining: [pixels, sketch.leaf(outside)], along: 0)
        let entries = (0..<window.height).flatMap { i in (0..<window.width).map { (i: i, j: $0) } }
        let picked = entries.map { entry in
          let places = (0..<outputs.rows).flatMap { o in
            (0..<outputs.columns).map { p in
              let row = o * window.stride - window.padding + entry.i
              let column = p * window.stride - window.padding + entry.j
              let isInside = (0..<rows).contains(row) && (0..<columns).contains(column)
              return isInside ? row * columns + column : rows * columns
            }
          }
          return all.rows(places).reshaped([1, places.count, channels])
        }
        let windows = GraphSketch.Node(joining: picked, along: 0)
        let y = isMaximum ? windows.maximum(0) : windows.mean(0)
        _ = y.reshaped([outputs.rows * outputs.columns, channels]).transposed()
        try pair.expect(
          seen.output, [seen.gradients], like: sketch,
          upstream: upstream.reshaped(to: [channels, outputs.rows * outputs.columns]))
      }
    }
  }
}
