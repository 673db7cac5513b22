import Checks
import Datasets
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// The numbers of the handout of exercise 10, computed once more by the reference.
@Suite("The numbers in the handout of exercise 10")
struct Handout10Tests {
  private let handout: Handout

  init() throws { handout = try Handout("10") }

  private func four(_ x: Double) -> String { String(format: "%.4f", x) }

  /// The product of a line with itself is an image whose rows and columns go the same way.
  private func square(_ line: [Double]) -> Tensor {
    Tensor(line.map { a in line.map { a * $0 } }).reshaped(to: [1, 1, line.count, line.count])
  }

  @Test("The transposed convolution by hand")
  func transposed() throws {
    for (padding, more, line) in [
      (0, 0, [1.0, 2, 1, 4, 1, 6, -3]), (1, 0, [2, 1, 4, 1, 6]), (1, 1, [2, 1, 4, 1, 6, -3]),
    ] {
      let input = TransposedInput(
        x: square([1, 2, 3]), weights: square([1, 2, -1]), bias: Tensor([0]),
        window: WindowSettings(3, 3, stride: 2, padding: padding), outputPadding: more)
      #expect(try handout.ask(.transposedConvolution, LayerRun([input])).outputs[0] == square(line))
    }
    handout.expect("no padding            1  2  1  4  1  6 -3\n")
    handout.expect("padding 1                2  1  4  1  6\n")
    handout.expect(" and output padding 1    2  1  4  1  6 -3\n")
    let window = WindowSettings(3, 3, stride: 2, padding: 1)
    let sizes = try handout.ask(
      .transposedSize,
      LayerRun(
        (0...1).map { TransposedSize(window, outputPadding: $0, rows: 4, columns: 4) })
    ).outputs
    #expect(sizes.map { $0[0] } == [7, 8])
    handout.expect(
      "7 and 8 pixels both have 4 places for a window of 3 with stride 2 and padding 1")
  }

  @Test("The lines by hand")
  func lines() throws {
    let inputs = [false, true].map { LineInput(2, factor: 2, alignsCorners: $0) }
    let weights = try handout.ask(.interpolation, LayerRun(inputs)).outputs
    #expect(weights[0].scalars == [1, 0, 0.75, 0.25, 0.25, 0.75, 0, 1])
    handout.expect(" 1    0\n 0.75 0.25\n 0.25 0.75\n 0    1\n")
    let lines = weights.map { $0.matmul(Tensor([[0], [12]])).scalars.map { $0.rounded() } }
    #expect(lines == [[0, 3, 9, 12], [0, 4, 8, 12]])
    handout.expect("| (i + ½) / factor - ½ | 0, 3, 9, 12 |")
    handout.expect("| i · (count - 1) / (factor · count - 1) | 0, 4, 8, 12 |")
  }

  @Test("The loss of three pixels")
  func loss() throws {
    let logits = Tensor(shape: [1, 2, 1, 3], scalars: [0, 0, 5, 0, log(3.0), -1])
    let inputs = [nil, [1, 3], [2, 2]].map {
      PixelInput(logits, labels: [0, 1, -1], classWeights: $0)
    }
    let run = LayerRun(inputs, waysBack: [WayBack(0, upstream: [])])
    let trace = try handout.ask(.pixelCrossEntropy, run)
    let (first, second) = (log(2.0), -log(0.75))
    handout.expect("| 0 | 0, 0 | ½, ½ | 0 | \(four(first)) | -0.2500, 0.2500 |")
    handout.expect("| 1 | 0, log 3 | ¼, ¾ | 1 | \(four(second)) | 0.1250, -0.1250 |")
    let slopes = zip(trace.gradients[0].scalars, [-0.25, 0.125, 0, 0.25, -0.125, 0])
    #expect(slopes.allSatisfy { abs($0 - $1) < 1e-12 })
    handout.expect("(\(four(first)) + \(four(second))) / 2 = \(four(trace.outputs[0]))")
    handout.expect(
      "(1 · \(four(first)) + 3 · \(four(second))) / (1 + 3) = \(four(trace.outputs[1]))")
    #expect(abs(trace.outputs[2] - trace.outputs[0]) < 1e-12)
  }

  @Test("The counting by hand")
  func counting() throws {
    let batch = CountingInput.Batch(found: [0, 1, 1, 2, 0], labels: [0, 1, 0, 1, -1])
    let run = LayerRun([CountingInput(classes: 4, [batch])])
    handout.expect("found     0   1   1   2   0\nlabels    0   1   0   1  -1\n")
    let counts = try handout.ask(.confusion, run).outputs[0]
    #expect(counts.scalars == [1, 1, 0, 0, 0, 1, 1, 0] + [Double](repeating: 0, count: 8))
    handout.expect("2 of 4: \(four(try handout.ask(.pixelAccuracy, run).outputs[0]))")
    let shares = try handout.ask(.classShares, run).outputs[0]
    #expect(shares.shares == [0.5, 1.0 / 3, 0, 0] && shares.absent == [false, false, false, true])
    handout.expect("(½ + ⅓ + 0) / 3 = \(four(try handout.ask(.meanIoU, run).outputs[0]))")
  }

  @Test("The network of the solution, and how it is trained")
  func ownNetwork() throws {
    let training = SceneTraining(count: 1200, seed: 1)
    let shapes = try handout.ask(.sceneShapes, training)
    let count = shapes.parameters.reduce(0) { $0 + $1.reduce(1, *) }
    handout.expect("\(count / 1000),\(count % 1000) parameters")
    let losses = try handout.ask(.sceneTraining, training).trainingLosses
    let line = try #require(
      handout.text.split(separator: "\n").first { $0.hasPrefix("training loss ") })
    let printed = line.dropFirst("training loss ".count).split(separator: ", ")
      .compactMap { Double($0) }
    #expect(printed.count == losses.count)
    // Each machine adds in an order of its own.
    #expect(zip(printed, losses).allSatisfy { abs($0 - $1) < 0.06 }, "\(losses)")
    let scenes = SyntheticScenes.test(count: 300, seed: 1)
    let asked = UnlabeledImages(
      shape: scenes.images.shape, bytes: Bytes(Data(scenes.images.bytes(in: 0..<scenes.count))))
    let found = try handout.ask(.sceneClasses, asked).classes
    let kept = scenes.labels.indices.filter { scenes.labels[$0] != LabeledScenes.ignored }
    let right = kept.count { found[$0] == scenes.labels[$0] }
    let accuracy = Double(right) / Double(kept.count)
    #expect(abs(accuracy - 0.92) < 0.02, "\(accuracy)")
    let ground = kept.count { scenes.labels[$0] == 0 }
    handout.expect(
      "is right at \(Int((100 * Double(ground) / Double(kept.count)).rounded())) % of the pixels")
  }
}
