// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 08.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 08: Regularisation and representation", .serialized)
  struct Exercise08 {
    @Test("08.dropout.testing: in testing, dropout lets x through as it is, and upstream on the way back")
    func dropoutTesting() throws {
      try examine("08.dropout.testing")
    }

    @Test("08.dropout.kept: in training, each entry is either 0 or x / (1 - p)")
    func dropoutKept() throws {
      try examine("08.dropout.kept")
    }

    @Test("08.dropout.share: a share p of the entries is dropped, each by a draw of its own, and anew at every call")
    func dropoutShare() throws {
      try examine("08.dropout.share")
    }

    @Test("08.dropout.gradient: the way back multiplies upstream by the mask of its own pass")
    func dropoutGradient() throws {
      try examine("08.dropout.gradient")
    }

    @Test("08.dropout.extremes: with probability 0 everything stays, with probability 1 everything is 0, and never NaN")
    func dropoutExtremes() throws {
      try examine("08.dropout.extremes")
    }

    @Test("08.batchNorm.remember: decay is the share of the old running values that is kept")
    func batchNormRemember() throws {
      try examine("08.batchNorm.remember")
    }

    @Test("08.batchNorm.training: in training, each feature has mean 0 and variance 1 over the batch, then scale and shift")
    func batchNormTraining() throws {
      try examine("08.batchNorm.training")
    }

    @Test("08.batchNorm.running: each batch of training moves the running mean and variance; the variance is divided by N")
    func batchNormRunning() throws {
      try examine("08.batchNorm.running")
    }

    @Test("08.batchNorm.testing: in testing, the running values stand in the place of the batch's, and do not move")
    func batchNormTesting() throws {
      try examine("08.batchNorm.testing")
    }

    @Test("08.batchNorm.single: one sample in training gives shift, with running values and gradients that are numbers")
    func batchNormSingle() throws {
      try examine("08.batchNorm.single")
    }

    @Test("08.batchNorm.large: a large mean does not spoil the variance, not even in float32")
    func batchNormLarge() throws {
      try examine("08.batchNorm.large")
    }

    @Test("08.batchNorm.gradient-parameters: the gradient at shift is the sum of upstream, that at scale the sum of upstream · x̂")
    func batchNormGradientParameters() throws {
      try examine("08.batchNorm.gradient-parameters")
    }

    @Test("08.batchNorm.gradient: the gradient at x goes also through the mean and the variance of the batch")
    func batchNormGradient() throws {
      try examine("08.batchNorm.gradient")
    }

    @Test("08.batchNorm.gradient-testing: of a pass in testing, the running values are numbers through which nothing comes back")
    func batchNormGradientTesting() throws {
      try examine("08.batchNorm.gradient-testing")
    }

    @Test("08.layerNorm.forward: each row has mean 0 and variance 1 over its features, then scale and shift")
    func layerNormForward() throws {
      try examine("08.layerNorm.forward")
    }

    @Test("08.layerNorm.extremes: a row that never varies gives shift; a large mean does not spoil the variance")
    func layerNormExtremes() throws {
      try examine("08.layerNorm.extremes")
    }

    @Test("08.layerNorm.gradient-parameters: the gradients at scale and shift are summed over all rows")
    func layerNormGradientParameters() throws {
      try examine("08.layerNorm.gradient-parameters")
    }

    @Test("08.layerNorm.gradient: the gradient at x goes also through the mean and the variance of the row")
    func layerNormGradient() throws {
      try examine("08.layerNorm.gradient")
    }

    @Test("08.groupNorm.forward: each group of channels that follow one another is normalized, for each sample alone")
    func groupNormForward() throws {
      try examine("08.groupNorm.forward")
    }

    @Test("08.groupNorm.extremes: one group, a group a channel, and channels of a single entry work as any other")
    func groupNormExtremes() throws {
      try examine("08.groupNorm.extremes")
    }

    @Test("08.groupNorm.gradient-parameters: the gradients at scale and shift are summed over samples and over the channel's entries")
    func groupNormGradientParameters() throws {
      try examine("08.groupNorm.gradient-parameters")
    }

    @Test("08.groupNorm.gradient: the gradient at x goes also through the mean and the variance of its group")
    func groupNormGradient() throws {
      try examine("08.groupNorm.gradient")
    }

    @Test("08.shift.moves: an image is moved down and to the right, the size stays, and zeros come in")
    func shiftMoves() throws {
      try examine("08.shift.moves")
    }

    @Test("08.shift.far: an image that is moved by its whole size or more is all zeros")
    func shiftFar() throws {
      try examine("08.shift.far")
    }

    @Test("08.shift.random: each image is moved by two numbers of its own, every pair being as likely as every other")
    func shiftRandom() throws {
      try examine("08.shift.random")
    }

    @Test("08.shift.generator: the same generator moves images alike, and the next call moves them otherwise")
    func shiftGenerator() throws {
      try examine("08.shift.generator")
    }

    @Test("08.decay.penalty: the penalty adds strength · w to the gradients of weights, and the optimizer sees the sum")
    func decayPenalty() throws {
      try examine("08.decay.penalty")
    }

    @Test("08.decay.decoupled: the decay takes learningRate · strength · w from weights, and the optimizer never hears of it")
    func decayDecoupled() throws {
      try examine("08.decay.decoupled")
    }

    @Test("08.decay.apart: two optimizers go along the same gradients until any entry is further apart than distance")
    func decayApart() throws {
      try examine("08.decay.apart")
    }

    @Test("08.decay.differ: with SGD the penalty and the decay are the same, with Adam they are not")
    func decayDiffer() throws {
      try examine("08.decay.differ")
    }

    @Test("08.autoencoder.new: a new autoencoder has the sizes down and up again, weights as He draws them, biases 0")
    func autoencoderNew() throws {
      try examine("08.autoencoder.new")
    }

    @Test("08.autoencoder.encode: the code is what the first half of the layers makes of x, with a ReLU behind each")
    func autoencoderEncode() throws {
      try examine("08.autoencoder.encode")
    }

    @Test("08.autoencoder.decode: the second half of the layers makes the reconstruction, with no ReLU behind the last")
    func autoencoderDecode() throws {
      try examine("08.autoencoder.decode")
    }

    @Test("08.autoencoder.loss: the loss is the mean of the squared errors, over all entries of all samples")
    func autoencoderLoss() throws {
      try examine("08.autoencoder.loss")
    }

    @Test("08.autoencoder.gradient: the gradients of the loss reach every parameter of both halves, in their order")
    func autoencoderGradient() throws {
      try examine("08.autoencoder.gradient")
    }

    @Test("08.denoising.corrupted: a share of the entries is set to 0, and all others stay as they are")
    func denoisingCorrupted() throws {
      try examine("08.denoising.corrupted")
    }

    @Test("08.transfer.classifier: the classifier is the encoder, as it has become, with a new layer for the classes behind it")
    func transferClassifier() throws {
      try examine("08.transfer.classifier")
    }

    @Test("08.transfer.pretrained: your autoencoder learns to say images again, better than their mean does")
    func transferPretrained() throws {
      try examine("08.transfer.pretrained")
    }

    @Test("08.transfer.trained: your classifier learns a few labelled images by heart, in all its layers")
    func transferTrained() throws {
      try examine("08.transfer.trained")
    }

    @Test("08.transfer.accuracy: with the labels of a hundred images your classifier recognises what the course asks for")
    func transferAccuracy() throws {
      try examine("08.transfer.accuracy")
    }

    @Test("08.transfer.gain: the encoder that has seen images without labels is worth more than one from scratch")
    func transferGain() throws {
      try examine("08.transfer.gain")
    }
  }
#else
  @Test("Exercise 08: Regularisation and representation")
  func Exercise08() throws {
    try examineAll(of: "08")
  }
#endif
