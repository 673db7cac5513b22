// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 04.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 04: Logistic regression", .serialized)
  struct Exercise04 {
    @Test("04.sigmoid.forward: the sigmoid is 1 / (1 + e⁻ˣ), entry by entry, in whatever shape x has")
    func sigmoidForward() throws {
      try examine("04.sigmoid.forward")
    }

    @Test("04.sigmoid.extremes: the sigmoid of -1000 is 0 and that of 1000 is 1: nothing overflows")
    func sigmoidExtremes() throws {
      try examine("04.sigmoid.extremes")
    }

    @Test("04.classifier.biasColumn: the bias column is a last column of ones")
    func classifierBiasColumn() throws {
      try examine("04.classifier.biasColumn")
    }

    @Test("04.classifier.forward: the scores are [x, 1] · W: the last row of the weights is the bias")
    func classifierForward() throws {
      try examine("04.classifier.forward")
    }

    @Test("04.classifier.gradient-x: the gradient at x has the shape of x: nothing comes back to the column of ones")
    func classifierGradientX() throws {
      try examine("04.classifier.gradient-x")
    }

    @Test("04.classifier.gradient-weights: the gradient at the weights is summed over the samples, the biases' row with the others")
    func classifierGradientWeights() throws {
      try examine("04.classifier.gradient-weights")
    }

    @Test("04.classifier.boundary: a sample's distance from the boundary is its score by the length of w, without the bias")
    func classifierBoundary() throws {
      try examine("04.classifier.boundary")
    }

    @Test("04.mse.forward: the squared error is averaged over all N · M entries")
    func mseForward() throws {
      try examine("04.mse.forward")
    }

    @Test("04.mse.gradient: the gradient of the squared error is 2 · error, and carries the 1/(N·M) of the mean")
    func mseGradient() throws {
      try examine("04.mse.gradient")
    }

    @Test("04.l1.forward: the absolute error is averaged over all N · M entries")
    func l1Forward() throws {
      try examine("04.l1.forward")
    }

    @Test("04.l1.gradient: the gradient of the absolute error is 1 or -1 by the side it is on, by N · M")
    func l1Gradient() throws {
      try examine("04.l1.gradient")
    }

    @Test("04.l1.zero: where an output is exactly its target, the gradient of the absolute error is 0")
    func l1Zero() throws {
      try examine("04.l1.zero")
    }

    @Test("04.bce.forward: the loss is the mean of -log p where the target is 1, and of -log (1 - p) where it is 0")
    func bceForward() throws {
      try examine("04.bce.forward")
    }

    @Test("04.bce.extremes: a score of 1000 on the wrong side costs 1000, and its gradient is not 0")
    func bceExtremes() throws {
      try examine("04.bce.extremes")
    }

    @Test("04.bce.gradient: the gradient at the scores is (p - target), and carries the 1/(N·M) of the mean")
    func bceGradient() throws {
      try examine("04.bce.gradient")
    }

    @Test("04.softmax.forward: the loss is the mean over the samples of -log p at the one-hot target")
    func softmaxForward() throws {
      try examine("04.softmax.forward")
    }

    @Test("04.softmax.extremes: scores of ±1000 give a loss and a gradient that are numbers")
    func softmaxExtremes() throws {
      try examine("04.softmax.extremes")
    }

    @Test("04.softmax.gradient: the gradient at the scores is (p - target) / N")
    func softmaxGradient() throws {
      try examine("04.softmax.gradient")
    }

    @Test("04.descent.step: a step moves the weights by -learningRate · gradient")
    func descentStep() throws {
      try examine("04.descent.step")
    }

    @Test("04.solver.steps: each epoch makes one step, along the gradient of the loss on all training samples")
    func solverSteps() throws {
      try examine("04.solver.steps")
    }

    @Test("04.solver.history: the history has for each epoch the training loss before its step, the validation loss after")
    func solverHistory() throws {
      try examine("04.solver.history")
    }

    @Test("04.solver.best: the weights with the lowest validation loss are left in the classifier")
    func solverBest() throws {
      try examine("04.solver.best")
    }

    @Test("04.leastSquares.solution: the closed form gives the weights at which the squared error has no slope")
    func leastSquaresSolution() throws {
      try examine("04.leastSquares.solution")
    }

    @Test("04.standardized.like: each column is standardised by the mean and the deviation of the training samples")
    func standardizedLike() throws {
      try examine("04.standardized.like")
    }

    @Test("04.standardized.constant: a column that is the same in all training samples is shifted, and nothing is divided by 0")
    func standardizedConstant() throws {
      try examine("04.standardized.constant")
    }

    @Test("04.oneVsRest.classifiers: there is a classifier for each class, trained on its samples against all others")
    func oneVsRestClassifiers() throws {
      try examine("04.oneVsRest.classifiers")
    }

    @Test("04.training.regression: gradient descent on the squared error arrives where the closed form does")
    func trainingRegression() throws {
      try examine("04.training.regression")
    }

    @Test("04.training.scaling: in as many epochs, the loss on standardised inputs falls far below that on raw ones")
    func trainingScaling() throws {
      try examine("04.training.scaling")
    }

    @Test("04.training.housing: your classifier tells expensive houses from cheap: 85 % of those that it has not seen")
    func trainingHousing() throws {
      try examine("04.training.housing")
    }

    @Test("04.training.middle: of five classes in a row the softmax finds the rare one in the middle, one against the rest does not")
    func trainingMiddle() throws {
      try examine("04.training.middle")
    }
  }
#else
  @Test("Exercise 04: Logistic regression")
  func Exercise04() throws {
    try examineAll(of: "04")
  }
#endif
