// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 10.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 10: Segmentation", .serialized)
  struct Exercise10 {
    @Test("10.size.output: the output has (H - 1) · s - 2 · q + d · (KH - 1) + 1 + outputPadding rows")
    func sizeOutput() throws {
      try examine("10.size.output")
    }

    @Test("10.start.deviation: weights [C, F, KH, KW] are normal with deviation √(2 / (C · KH · KW)), and the bias is 0")
    func startDeviation() throws {
      try examine("10.start.deviation")
    }

    @Test("10.transpose.forward: every pixel puts down a window of weights, times itself, and what overlaps is added")
    func transposeForward() throws {
      try examine("10.transpose.forward")
    }

    @Test("10.transpose.padding: padding is cut off on all sides, output padding comes in at the end, and dilation spreads")
    func transposePadding() throws {
      try examine("10.transpose.padding")
    }

    @Test("10.transpose.gradient-x: the gradient at x is the convolution of upstream with the same weights")
    func transposeGradientX() throws {
      try examine("10.transpose.gradient-x")
    }

    @Test("10.transpose.gradient-weights: a weight's gradient is summed over all images and pixels that it was multiplied with")
    func transposeGradientWeights() throws {
      try examine("10.transpose.gradient-weights")
    }

    @Test("10.transpose.gradient-bias: the bias of a filter has the sum of upstream over images, rows and columns")
    func transposeGradientBias() throws {
      try examine("10.transpose.gradient-bias")
    }

    @Test("10.adjoint.gap: the gap is ⟨there(x), y⟩ - ⟨x, back(y)⟩, and 0 for a map and its way back")
    func adjointGap() throws {
      try examine("10.adjoint.gap")
    }

    @Test("10.nearest.forward: every pixel becomes a square of factor × factor equal ones")
    func nearestForward() throws {
      try examine("10.nearest.forward")
    }

    @Test("10.nearest.gradient: a pixel has the sum of upstream over its square")
    func nearestGradient() throws {
      try examine("10.nearest.gradient")
    }

    @Test("10.interpolation.halfPixel: output i lies at (i + ½) / factor - ½ on the line of inputs, and never outside of it")
    func interpolationHalfPixel() throws {
      try examine("10.interpolation.halfPixel")
    }

    @Test("10.interpolation.corners: with aligned corners, the first output is the first input, and the last the last")
    func interpolationCorners() throws {
      try examine("10.interpolation.corners")
    }

    @Test("10.bilinear.forward: the image is filled up along its rows and along its columns")
    func bilinearForward() throws {
      try examine("10.bilinear.forward")
    }

    @Test("10.bilinear.gradient: each pixel has the sum of upstream, by the weights that it had")
    func bilinearGradient() throws {
      try examine("10.bilinear.gradient")
    }

    @Test("10.skip.forward: first come the channels of x, and then those that the inner modules make of it")
    func skipForward() throws {
      try examine("10.skip.forward")
    }

    @Test("10.skip.gradient: x has the first C channels of upstream, and what comes back through the inner modules")
    func skipGradient() throws {
      try examine("10.skip.gradient")
    }

    @Test("10.skip.notes: what the inner modules note in training is kept, and `training` is handed on")
    func skipNotes() throws {
      try examine("10.skip.notes")
    }

    @Test("10.context.layers: a context module has a dilated convolution and a ReLU for each dilation, and keeps the size")
    func contextLayers() throws {
      try examine("10.context.layers")
    }

    @Test("10.uLevel.layers: a level has the level below inside of its skip connection, between a pool and a way up")
    func uLevelLayers() throws {
      try examine("10.uLevel.layers")
    }

    @Test("10.uNet.layers: the network is a level, and a convolution of 1 × 1 that gives each pixel its logits")
    func uNetLayers() throws {
      try examine("10.uNet.layers")
    }

    @Test("10.loss.forward: the loss is the mean over all pixels of -log p(label)")
    func lossForward() throws {
      try examine("10.loss.forward")
    }

    @Test("10.loss.ignored: ignored pixels add nothing, and the mean is over those that are left")
    func lossIgnored() throws {
      try examine("10.loss.ignored")
    }

    @Test("10.loss.weights: with class weights, the sum is divided by the weights of the pixels that count")
    func lossWeights() throws {
      try examine("10.loss.weights")
    }

    @Test("10.loss.gradient: the gradient at the logits is v · (p - one-hot) / Σ v, and 0 at ignored pixels")
    func lossGradient() throws {
      try examine("10.loss.gradient")
    }

    @Test("10.loss.allIgnored: where no pixel counts, loss and gradient are 0")
    func lossAllIgnored() throws {
      try examine("10.loss.allIgnored")
    }

    @Test("10.loss.extremes: logits of ±1000 give a loss and a gradient that are numbers")
    func lossExtremes() throws {
      try examine("10.loss.extremes")
    }

    @Test("10.classes.greatest: the class of a pixel is that of its greatest logit, and of equal ones the first")
    func classesGreatest() throws {
      try examine("10.classes.greatest")
    }

    @Test("10.confusion.counts: a row for each right class, a column for each that was found, over all batches")
    func confusionCounts() throws {
      try examine("10.confusion.counts")
    }

    @Test("10.accuracy.pixels: the accuracy is the share of the counted pixels on the diagonal, and 0 where there are none")
    func accuracyPixels() throws {
      try examine("10.accuracy.pixels")
    }

    @Test("10.iou.classes: of each class it is the intersection by the union, and nil only where the union is empty")
    func iouClasses() throws {
      try examine("10.iou.classes")
    }

    @Test("10.iou.mean: the mean is over the classes that are not absent, counted over the whole set")
    func iouMean() throws {
      try examine("10.iou.mean")
    }

    @Test("10.own.accuracy: your network names 64 % of the pixels of scenes that it has not seen")
    func ownAccuracy() throws {
      try examine("10.own.accuracy")
    }
  }
#else
  @Test("Exercise 10: Segmentation")
  func Exercise10() throws {
    try examineAll(of: "10")
  }
#endif
