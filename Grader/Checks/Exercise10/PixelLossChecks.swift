import Doorway
import Grading
import Tensors

extension Examination {
  /// Logits in which every pixel counts: not square, of one image, of one pixel, of two classes.
  fileprivate func plainPixels() -> [PixelInput] {
    let c = counts(2, in: 3...5)
    return [
      pixels([2, c[0], 2, 3]), pixels([1, c[1], 3, 2]), pixels([3, 2, 2, 2]),
      pixels([2, 4, 1, 1]), pixels([1, 3, 1, 5]), pixels([2, 2, 2, 2]),
    ]
  }

  /// With pixels that do not count: more in one image than in another, all of one image; and with labels
  /// for them that are the number of a class.
  fileprivate func ignoringPixels() -> [PixelInput] {
    let first = [1, 2, 5, 6, 8]
    return [
      ignoring(first, of: pixels([2, 3, 2, 3])),
      ignoring([0, 1, 2, 3], of: pixels([2, 4, 2, 2]), as: 255),
      ignoring([2, 4], of: pixels([1, 3, 3, 2]), as: 0),
      ignoring([0], of: pixels([3, 2, 1, 1]), as: 7),
      ignoring([1, 3], of: pixels([1, 4, 2, 3]), as: 3),
      ignoring([17, 63, 64, 97], of: pixels([2, 3, 6, 9])),
    ]
  }

  fileprivate func weightedPixels() -> [PixelInput] {
    // Weights say how much of the mean is whose: all together may be less than 1, and than a thousandth.
    let light = [(1e-3, ignoring([1], of: pixels([2, 3, 2, 2]))), (2e-5, pixels([1, 3, 2, 3]))]
      .map { scale, pixels in
        var input = weighted(pixels)
        input.classWeights = input.classWeights?.map { scale * $0 }
        return input
      }
    return [
      weighted(pixels([2, 3, 2, 3])), weighted(pixels([1, 4, 3, 1])),
      weighted(ignoring([0, 3, 4], of: pixels([2, 3, 2, 2]))),
      weighted(ignoring([5], of: pixels([1, 2, 2, 3]), as: 255), first: 0),
      weighted(pixels([1, 3, 2, 4]), first: 0.04),
    ] + light
  }

  fileprivate func allPixels() -> [PixelInput] {
    plainPixels() + ignoringPixels() + weightedPixels()
  }

  /// Every pixel is ignored, or is of a class with weight 0. One is as ever: it tells one who always
  /// answers 0.
  fileprivate func uncountedPixels() -> [PixelInput] {
    func all(_ input: PixelInput, as label: Int) -> PixelInput {
      ignoring(Array(input.labels.indices), of: input, as: label)
    }
    var weightless = pixels([2, 3, 2, 1])
    weightless.labels = [1, 1, 1, 1]
    weightless.classWeights = [1, 0, 2]
    return [
      ignoring([1, 2, 5], of: pixels([2, 3, 2, 2])), all(pixels([2, 3, 2, 2]), as: -1),
      all(pixels([1, 2, 1, 3]), as: 255), all(pixels([1, 3, 1, 1]), as: 2), weightless,
    ]
  }

  fileprivate func extremePixels() -> [PixelInput] {
    let (a, b) = (number(in: 800...1500), number(in: 800...1500))
    func image(_ pixels: [[Double]]) -> Tensor {
      Tensor(pixels).transposed().reshaped(to: [1, pixels[0].count, 1, pixels.count])
    }
    let sure = image([[a, -a, 0], [-b, b, b - 1], [-a, -a, -a]])
    return [
      PixelInput(sure, labels: [0, 1, 2]), PixelInput(sure, labels: [1, 0, -1]),
      PixelInput(image([[a, -a, 0]]), labels: [0]),
      PixelInput(image([[1, -2, 0], [b, 0, -b]]), labels: [2, -1]),
    ]
  }

  private func pixels(_ shape: [Int]) -> PixelInput {
    let count = shape[0] * shape[2] * shape[3]
    var labels = labels(count, classes: shape[1])
    (labels[0], labels[count - 1]) = (shape[1] - 1, 0)
    return PixelInput(normal(shape, deviation: 2), labels: labels)
  }

  private func ignoring(
    _ places: [Int], of input: PixelInput, as label: Int = -1
  ) -> PixelInput {
    var input = input
    input.ignored = label
    let classes = input.logits.shape[1]
    input.labels = input.labels.enumerated().map { i, right in
      if places.contains(i) { return label }
      // What else has this label would not be counted.
      return right == label ? (right + 1) % classes : right
    }
    return input
  }

  private func weighted(_ input: PixelInput, first: Double? = nil) -> PixelInput {
    var input = input
    let weights = (0..<input.logits.shape[1]).map { Double($0) + number(in: 0.3...0.9) }
    input.classWeights = first.map { [$0] + weights.dropFirst() } ?? weights
    return input
  }
}

private let plain = loss(SmallImages.pixels) { $0.plainPixels() }
private let ignoring = loss(SmallImages.ignored) { $0.ignoringPixels() }
private let weighted = loss(SmallImages.weighted) { $0.weightedPixels() }
private let all = loss(SmallImages.pixels + SmallImages.ignored + SmallImages.weighted) {
  $0.allPixels()
}

private func loss(
  _ small: [PixelInput], _ inputs: @escaping @Sendable (Examination) -> [PixelInput]
) -> LayerContract<PixelInput, Double, Tensor> {
  LayerContract(
    .pixelCrossEntropy, forward: "PixelCrossEntropy.forward",
    backward: "PixelCrossEntropy.backward", small: small, inputs: inputs)
}

let pixelLossChecks = [
  plain.check(
    "10.loss.forward", .outputs, points: 3,
    claim: "the loss is the mean over all pixels of -log p(label)",
    hints: [
      "The classes are along axis 1: that is the axis of the softmax.",
      "labels go through the pixels row by row. In which order do the logits lie?",
    ]),
  ignoring.check(
    "10.loss.ignored", .outputs, points: 4,
    claim: "ignored pixels add nothing, and the mean is over those that are left",
    buildsOn: ["10.loss.forward"],
    hints: [
      "Of 12 pixels 5 are ignored. By what is the sum divided?",
      "The number of an ignored label is an argument, and may be that of a class.",
    ]),
  weighted.check(
    "10.loss.weights", .outputs, points: 3,
    claim: "with class weights, the sum is divided by the weights of the pixels that count",
    buildsOn: ["10.loss.ignored"],
    hints: ["If all weights were 2, what would the loss be?"]),
  all.check(
    "10.loss.gradient", .gradients(), points: 4,
    claim: "the gradient at the logits is v · (p - one-hot) / Σ v, and 0 at ignored pixels",
    hints: [
      "v is the weight of the pixel's class, 0 where it is ignored.",
      "Where does the divisor of the mean go when the loss is differentiated?",
    ]),
  loss(SmallImages.uncounted) { $0.uncountedPixels() }.check(
    "10.loss.allIgnored", .both, points: 3,
    claim: "where no pixel counts, loss and gradient are 0",
    buildsOn: ["10.loss.ignored"],
    hints: ["What is 0 / 0? Ask for it before you divide, on both ways."], alone: true
  ) { $0.uncountedPixels() },
  loss(SmallImages.sure) { $0.extremePixels() }.check(
    "10.loss.extremes", .both, points: 2,
    claim: "logits of ±1000 give a loss and a gradient that are numbers",
    hints: ["As in exercise 05: what may be subtracted from all logits of a pixel?"], alone: true
  ) { $0.extremePixels() },
]
