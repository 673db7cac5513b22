// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 02.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 02: Gradients, measured and derived", .serialized)
  struct Exercise02 {
    @Test("02.derivative.value: the derivative is the central difference with the step that is asked for")
    func derivativeValue() throws {
      try examine("02.derivative.value")
    }

    @Test("02.gradient.value: the gradient has a central difference for each entry, in the shape of x")
    func gradientValue() throws {
      try examine("02.gradient.value")
    }

    @Test("02.directional.value: the directional derivative is the central difference along v, as long as v is")
    func directionalValue() throws {
      try examine("02.directional.value")
    }

    @Test("02.errors.truncation: with large steps, the error of the central difference grows with the square of the step")
    func errorsTruncation() throws {
      try examine("02.errors.truncation")
    }

    @Test("02.errors.rounding: with tiny steps, the error grows as the step shrinks: its slope is about -1")
    func errorsRounding() throws {
      try examine("02.errors.rounding")
    }

    @Test("02.relativeError.entries: the relative error is the largest |a - b| / max(|a|, |b|, floor) of all entries")
    func relativeErrorEntries() throws {
      try examine("02.relativeError.entries")
    }

    @Test("02.relativeError.zeros: two entries that are both 0 are 0 apart, and one that is 0 is 1 from one that is not")
    func relativeErrorZeros() throws {
      try examine("02.relativeError.zeros")
    }

    @Test("02.relativeError.notNumbers: the relative error is infinite where an entry is no number, or the shapes differ")
    func relativeErrorNotNumbers() throws {
      try examine("02.relativeError.notNumbers")
    }

    @Test("02.checker.accepts: layers whose way back is right are found right, whatever their size and shape is")
    func checkerAccepts() throws {
      try examine("02.checker.accepts")
    }

    @Test("02.checker.rejects: a way back is found wrong even if one entry of it is, or all are wrong by a thousandth")
    func checkerRejects() throws {
      try examine("02.checker.rejects")
    }

    @Test("02.checker.upstream: upstream is drawn: a way back that is right for an upstream of ones only is found wrong")
    func checkerUpstream() throws {
      try examine("02.checker.upstream")
    }

    @Test("02.checker.noGradients: what is NaN, infinite or of another shape than x is found wrong")
    func checkerNoGradients() throws {
      try examine("02.checker.noGradients")
    }

    @Test("02.quadratic.gradient-x: the gradient of a quadratic form is right for matrices that are not symmetric, too")
    func quadraticGradientX() throws {
      try examine("02.quadratic.gradient-x")
    }

    @Test("02.quadratic.gradient-matrix: the gradient at entry [i, j] of the matrix is x[i] · x[j]")
    func quadraticGradientMatrix() throws {
      try examine("02.quadratic.gradient-matrix")
    }

    @Test("02.logSumExp.value: log-sum-exp is the logarithm of the sum of all e^x, whatever the shape is")
    func logSumExpValue() throws {
      try examine("02.logSumExp.value")
    }

    @Test("02.logSumExp.extremes: entries of ±1000, and of any size, give a value and a gradient that are right numbers")
    func logSumExpExtremes() throws {
      try examine("02.logSumExp.extremes")
    }

    @Test("02.logSumExp.gradient: the gradient of log-sum-exp has a positive entry for each of x, and they add up to 1")
    func logSumExpGradient() throws {
      try examine("02.logSumExp.gradient")
    }

    @Test("02.graph.between: the slopes at p, q, r, s and t are right: q hears of the loss from two sides, and p too")
    func graphBetween() throws {
      try examine("02.graph.between")
    }

    @Test("02.graph.ends: the slopes at x, y and z are right: where paths meet, slopes add")
    func graphEnds() throws {
      try examine("02.graph.ends")
    }

    @Test("02.product.loops: loops over n, d and m gather both gradients of a matrix product")
    func productLoops() throws {
      try examine("02.product.loops")
    }

    @Test("02.product.matrices: two matrix products give the same gradients")
    func productMatrices() throws {
      try examine("02.product.matrices")
    }

    @Test("02.contraction.loops: loops over n, i, j and k gather all three gradients of the contraction")
    func contractionLoops() throws {
      try examine("02.contraction.loops")
    }

    @Test("02.contraction.matrices: the contraction's gradients come from matrix products over pairs of indices, too")
    func contractionMatrices() throws {
      try examine("02.contraction.matrices")
    }

    @Test("02.descent.way: descent takes every step from where the one before has led, and tells all places")
    func descentWay() throws {
      try examine("02.descent.way")
    }

    @Test("02.descent.rate: the fastest rate is that with which the flattest and the steepest direction do as well")
    func descentRate() throws {
      try examine("02.descent.rate")
    }

    @Test("02.gates.units: one linear unit each is OR, AND and NAND")
    func gatesUnits() throws {
      try examine("02.gates.units")
    }

    @Test("02.gates.margins: the three gates are right even where inputs are off by a tenth")
    func gatesMargins() throws {
      try examine("02.gates.margins")
    }

    @Test("02.gates.refuted: for every linear unit there are inputs at which it is not XOR")
    func gatesRefuted() throws {
      try examine("02.gates.refuted")
    }

    @Test("02.gates.xor: two layers of linear units are XOR")
    func gatesXor() throws {
      try examine("02.gates.xor")
    }

    @Test("02.xorNet.loss: the loss is the mean of the squared distances between outputs and targets")
    func xorNetLoss() throws {
      try examine("02.xorNet.loss")
    }

    @Test("02.xorNet.gradient: the gradient of the loss is right at both layers' weights and biases")
    func xorNetGradient() throws {
      try examine("02.xorNet.gradient")
    }

    @Test("02.xorNet.train: a step moves all four parameters, each against its own gradient at the same place")
    func xorNetTrain() throws {
      try examine("02.xorNet.train")
    }

    @Test("02.xorNet.learns: a new network learns XOR by gradient descent, from wherever it starts")
    func xorNetLearns() throws {
      try examine("02.xorNet.learns")
    }
  }
#else
  @Test("Exercise 02: Gradients, measured and derived")
  func Exercise02() throws {
    try examineAll(of: "02")
  }
#endif
