import Doorway
import Grading
import Tensors

/// Images of one pixel, of two, and of few.
enum SmallImages {
  /// Transposed convolutions: one pixel and one weight, a window that is put down once, windows that
  /// overlap and that do not, channels, filters and images.
  static let plain: [TransposedInput] = [
    transposed([1, 1, 1, 1], filters: 1, WindowSettings(1, 1)),
    transposed([1, 1, 1, 1], filters: 1, WindowSettings(1, 2)),
    transposed([1, 1, 1, 2], filters: 1, WindowSettings(1, 2)),
    transposed([1, 1, 1, 2], filters: 1, WindowSettings(1, 2, stride: 2)),
    transposed([1, 1, 2, 2], filters: 1, WindowSettings(2, 2)),
    transposed([1, 2, 1, 1], filters: 1, WindowSettings(1, 1)),
    transposed([1, 1, 1, 1], filters: 2, WindowSettings(1, 1)),
    transposed([1, 2, 1, 1], filters: 2, WindowSettings(1, 1)),
    transposed([2, 1, 1, 1], filters: 1, WindowSettings(1, 1)),
  ]

  /// With padding, with output padding, with dilation.
  static let settled: [TransposedInput] = [
    transposed([1, 1, 1, 1], filters: 1, WindowSettings(3, 3, padding: 1)),
    transposed([1, 1, 1, 2], filters: 1, WindowSettings(1, 2, dilation: 2)),
    transposed([1, 1, 1, 1], filters: 1, WindowSettings(1, 1, stride: 2), outputPadding: 1),
    transposed([1, 1, 2, 2], filters: 1, WindowSettings(2, 2, stride: 2, padding: 1)),
    transposed(
      [1, 1, 1, 2], filters: 1, WindowSettings(3, 3, stride: 2, padding: 1), outputPadding: 1),
  ]

  private static func transposed(
    _ shape: [Int], filters: Int, _ window: WindowSettings, outputPadding: Int = 0
  ) -> TransposedInput {
    TransposedInput(
      x: SmallCases.tensor(shape),
      weights: SmallCases.tensor([shape[1], filters, window.height, window.width], from: 2),
      bias: SmallCases.tensor([filters], from: 6), window: window, outputPadding: outputPadding)
  }

  /// One pixel, two, and a square, by 2.
  ///
  /// - Parameter alignsCorners: Of those that interpolate.
  static func upsampled(alignsCorners: [Bool] = [false]) -> [UpsamplingInput] {
    alignsCorners.flatMap { alignsCorners in
      [[1, 1, 1, 1], [1, 1, 1, 2], [1, 1, 2, 1], [1, 1, 2, 2], [1, 2, 1, 1]].map {
        UpsamplingInput(SmallCases.tensor($0), factor: 2, alignsCorners: alignsCorners)
      }
    }
  }

  /// Logits of one pixel, of two, of three classes, of two images.
  static let pixels: [PixelInput] = [
    pixels([1, 2, 1, 1], [0]), pixels([1, 2, 1, 1], [1]), pixels([1, 2, 1, 2], [1, 0]),
    pixels([1, 3, 1, 1], [2]), pixels([2, 2, 1, 1], [0, 1]),
  ]

  static let ignored: [PixelInput] = [
    pixels([1, 2, 1, 2], [-1, 0]), pixels([1, 2, 1, 2], [1, 0], ignored: 1),
  ]

  static let weighted: [PixelInput] = [
    pixels([1, 2, 1, 1], [1], weights: [1, 2]), pixels([1, 2, 1, 2], [1, 0], weights: [1, 2]),
    pixels([1, 2, 1, 2], [1, -1], weights: [1, 2]),
  ]

  /// Of which no pixel counts.
  static let uncounted: [PixelInput] = [
    pixels([1, 2, 1, 1], [-1]), pixels([1, 2, 1, 2], [1, 1], ignored: 1),
    pixels([1, 2, 1, 1], [0], weights: [0, 1]),
  ]

  /// A pixel whose network is sure, rightly and wrongly.
  static let sure: [PixelInput] = [0, 1].map {
    PixelInput(Tensor(shape: [1, 2, 1, 1], scalars: [1000, 0]), labels: [$0])
  }

  private static func pixels(
    _ shape: [Int], _ labels: [Int], weights: [Double]? = nil, ignored: Int = -1
  ) -> PixelInput {
    PixelInput(
      0.5 * SmallCases.tensor(shape), labels: labels, classWeights: weights, ignored: ignored)
  }

  /// No pixel, one that is named rightly, one that is not, one that is ignored, two batches, three classes.
  static let countings: [CountingInput] = [
    counting([([1], [1])]), counting([([1], [0])]), counting([([0, 1], [0, -1])]),
    counting([([0, 1], [0, 0])]), counting([([0], [0]), ([1], [0])]),
    counting(classes: 3, [([0, 1], [0, 0])]), counting([]),
  ]

  private static func counting(
    classes: Int = 2, _ batches: [(found: [Int], labels: [Int])]
  ) -> CountingInput {
    CountingInput(
      classes: classes, batches.map { CountingInput.Batch(found: $0.found, labels: $0.labels) })
  }
}
