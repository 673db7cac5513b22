// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 05.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 05: Neural networks from the inside", .serialized)
  struct Exercise05 {
    @Test("05.sigmoid.forward: the sigmoid is 1 / (1 + e⁻ˣ), entry by entry, in whatever shape x has")
    func sigmoidForward() throws {
      try examine("05.sigmoid.forward")
    }

    @Test("05.sigmoid.extremes: the sigmoid of -1000 is 0 and that of 1000 is 1: nothing overflows")
    func sigmoidExtremes() throws {
      try examine("05.sigmoid.extremes")
    }

    @Test("05.sigmoid.gradient: the way back through the sigmoid is upstream times the sigmoid's slope")
    func sigmoidGradient() throws {
      try examine("05.sigmoid.gradient")
    }

    @Test("05.relu.forward: ReLU keeps what is positive and puts 0 in the place of the rest")
    func reluForward() throws {
      try examine("05.relu.forward")
    }

    @Test("05.relu.gradient: the gradient of ReLU is upstream where x is positive, and 0 where it is negative")
    func reluGradient() throws {
      try examine("05.relu.gradient")
    }

    @Test("05.relu.zero: where the input is exactly 0, the gradient of ReLU is 0")
    func reluZero() throws {
      try examine("05.relu.zero")
    }

    @Test("05.affine.forward: the affine layer is x · W + b, for samples of any shape")
    func affineForward() throws {
      try examine("05.affine.forward")
    }

    @Test("05.affine.gradient-x: the upstream gradient comes back to x through W, in the shape of x")
    func affineGradientX() throws {
      try examine("05.affine.gradient-x")
    }

    @Test("05.affine.gradient-weights: the gradient at the weights is summed over the samples, not averaged")
    func affineGradientWeights() throws {
      try examine("05.affine.gradient-weights")
    }

    @Test("05.affine.gradient-bias: the gradient at the bias is upstream, summed over the samples")
    func affineGradientBias() throws {
      try examine("05.affine.gradient-bias")
    }

    @Test("05.crossEntropy.forward: the loss is the mean over the samples of -log p(label)")
    func crossEntropyForward() throws {
      try examine("05.crossEntropy.forward")
    }

    @Test("05.crossEntropy.extremes: logits of ±1000 give a loss and a gradient that are numbers")
    func crossEntropyExtremes() throws {
      try examine("05.crossEntropy.extremes")
    }

    @Test("05.crossEntropy.gradient: the gradient at the logits is that of the mean loss")
    func crossEntropyGradient() throws {
      try examine("05.crossEntropy.gradient")
    }

    @Test("05.crossEntropy.two-classes: with two classes it is the binary cross-entropy, of the sigmoid of z₁ - z₀")
    func crossEntropyTwoClasses() throws {
      try examine("05.crossEntropy.two-classes")
    }

    @Test("05.net.initialization: weights are drawn with the deviation that is asked for, and biases start at 0")
    func netInitialization() throws {
      try examine("05.net.initialization")
    }

    @Test("05.net.forward: the activation stands between the affine layers, and not behind the last")
    func netForward() throws {
      try examine("05.net.forward")
    }

    @Test("05.net.linear: where the activation does not bend, all layers together are worth one affine layer")
    func netLinear() throws {
      try examine("05.net.linear")
    }

    @Test("05.net.loss: the loss is the cross-entropy plus regularization · Σ w², biases left out")
    func netLoss() throws {
      try examine("05.net.loss")
    }

    @Test("05.net.gradient: the gradient of the loss is right at every weight and bias of every layer")
    func netGradient() throws {
      try examine("05.net.gradient")
    }

    @Test("05.net.regularization: the penalty has its part in the gradient at the weights, and none at the biases")
    func netRegularization() throws {
      try examine("05.net.regularization")
    }

    @Test("05.sgd.step: a step of SGD moves every parameter by -learningRate · gradient")
    func sgdStep() throws {
      try examine("05.sgd.step")
    }

    @Test("05.momentum.first: the first step with momentum is a step of SGD: the velocity starts at 0")
    func momentumFirst() throws {
      try examine("05.momentum.first")
    }

    @Test("05.momentum.velocity: the velocity is kept from step to step: v ← momentum · v - learningRate · dw")
    func momentumVelocity() throws {
      try examine("05.momentum.velocity")
    }

    @Test("05.momentum.setting: the momentum that is asked for is the one that is used")
    func momentumSetting() throws {
      try examine("05.momentum.setting")
    }

    @Test("05.solver.batches: an epoch takes every sample once, batchSize at a time, the last batch the rest")
    func solverBatches() throws {
      try examine("05.solver.batches")
    }

    @Test("05.solver.order: every epoch has an order of its own, drawn from the generator")
    func solverOrder() throws {
      try examine("05.solver.order")
    }

    @Test("05.solver.steps: a step follows every batch, from the first epoch on, and the mean loss is returned")
    func solverSteps() throws {
      try examine("05.solver.steps")
    }

    @Test("05.solver.stopping: training ends when `patience` epochs in a row have brought no lower validation loss")
    func solverStopping() throws {
      try examine("05.solver.stopping")
    }

    @Test("05.solver.best: the network is left with the parameters that had the lowest validation loss")
    func solverBest() throws {
      try examine("05.solver.best")
    }

    @Test("05.training.overfit: ten images are learnt by heart: the training loss falls below 0.1")
    func trainingOverfit() throws {
      try examine("05.training.overfit")
    }

    @Test("05.training.momentum: with the same learning rate, momentum brings the loss down further than SGD alone")
    func trainingMomentum() throws {
      try examine("05.training.momentum")
    }

    @Test("05.training.accuracy: your network, trained by your solver, reaches the accuracy that the data set allows")
    func trainingAccuracy() throws {
      try examine("05.training.accuracy")
    }
  }
#else
  @Test("Exercise 05: Neural networks from the inside")
  func Exercise05() throws {
    try examineAll(of: "05")
  }
#endif
