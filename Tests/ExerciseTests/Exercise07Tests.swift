// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 07.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 07: Automatic differentiation", .serialized)
  struct Exercise07 {
    @Test("07.scalar.values: each operation on numbers has the value that its formula says")
    func scalarValues() throws {
      try examine("07.scalar.values")
    }

    @Test("07.order.order: the order holds all that the last was computed from, each once and behind its sources")
    func orderOrder() throws {
      try examine("07.order.order")
    }

    @Test("07.order.deep: ten thousand members in a chain, and more paths than can be walked, are put in order")
    func orderDeep() throws {
      try examine("07.order.deep")
    }

    @Test("07.scalar.slopes: each operation on numbers has the right slope along each of its operands")
    func scalarSlopes() throws {
      try examine("07.scalar.slopes")
    }

    @Test("07.scalar.kinks: slopes are right at 0, too: ReLU's is 0 there, and a factor 0 does no harm")
    func scalarKinks() throws {
      try examine("07.scalar.kinks")
    }

    @Test("07.scalar.paths: where paths meet, slopes add: of a number used twice, both uses count")
    func scalarPaths() throws {
      try examine("07.scalar.paths")
    }

    @Test("07.scalar.random: in graphs drawn at random, the value and the gradient at every leaf are right")
    func scalarRandom() throws {
      try examine("07.scalar.random")
    }

    @Test("07.scalar.accumulate: two ways back add up in every number, unless it is cleared")
    func scalarAccumulate() throws {
      try examine("07.scalar.accumulate")
    }

    @Test("07.broadcast.summed: what was broadcast gets back the sum over all places that it was broadcast to")
    func broadcastSummed() throws {
      try examine("07.broadcast.summed")
    }

    @Test("07.arithmetic.add: a + b broadcasts, and each of the two gets its gradient in its own shape")
    func arithmeticAdd() throws {
      try examine("07.arithmetic.add")
    }

    @Test("07.arithmetic.subtract: a - b broadcasts, and b gets the gradient with its sign turned")
    func arithmeticSubtract() throws {
      try examine("07.arithmetic.subtract")
    }

    @Test("07.arithmetic.negate: -a is a with its sign turned, and so is its gradient")
    func arithmeticNegate() throws {
      try examine("07.arithmetic.negate")
    }

    @Test("07.arithmetic.multiply: of a · b each factor gets upstream times the other, summed to its own shape")
    func arithmeticMultiply() throws {
      try examine("07.arithmetic.multiply")
    }

    @Test("07.arithmetic.divide: a / b passes back upstream / b to a, and -upstream · a / b² to b")
    func arithmeticDivide() throws {
      try examine("07.arithmetic.divide")
    }

    @Test("07.arithmetic.power: the slope of xⁿ is n · xⁿ⁻¹, for negative x where n is whole, and for any n above 0")
    func arithmeticPower() throws {
      try examine("07.arithmetic.power")
    }

    @Test("07.functions.exp: eˣ has itself for its slope")
    func functionsExp() throws {
      try examine("07.functions.exp")
    }

    @Test("07.functions.log: the natural logarithm has the slope 1 / x")
    func functionsLog() throws {
      try examine("07.functions.log")
    }

    @Test("07.functions.relu: ReLU keeps what is positive, and upstream passes there and nowhere else")
    func functionsRelu() throws {
      try examine("07.functions.relu")
    }

    @Test("07.functions.relu-zero: where x is exactly 0, the gradient of ReLU is 0")
    func functionsReluZero() throws {
      try examine("07.functions.relu-zero")
    }

    @Test("07.functions.tanh: the hyperbolic tangent has the slope 1 - y²")
    func functionsTanh() throws {
      try examine("07.functions.tanh")
    }

    @Test("07.functions.sigmoid: the logistic function has the slope y · (1 - y)")
    func functionsSigmoid() throws {
      try examine("07.functions.sigmoid")
    }

    @Test("07.functions.sigmoid-extremes: the logistic function of ±1000 and its gradient are numbers")
    func functionsSigmoidExtremes() throws {
      try examine("07.functions.sigmoid-extremes")
    }

    @Test("07.reductions.sum: each entry of a sum gets the gradient of the sum that it is in")
    func reductionsSum() throws {
      try examine("07.reductions.sum")
    }

    @Test("07.reductions.mean: the mean passes back upstream divided by how many entries it is the mean of")
    func reductionsMean() throws {
      try examine("07.reductions.mean")
    }

    @Test("07.reductions.max: the greatest entry gets the whole gradient, and the others 0")
    func reductionsMax() throws {
      try examine("07.reductions.max")
    }

    @Test("07.reductions.max-ties: where several entries are the greatest, the first has the whole gradient")
    func reductionsMaxTies() throws {
      try examine("07.reductions.max-ties")
    }

    @Test("07.reductions.logSumExp: the gradient of log Σ eˣ is upstream times the softmax of x")
    func reductionsLogSumExp() throws {
      try examine("07.reductions.logSumExp")
    }

    @Test("07.reductions.logSumExp-extremes: log Σ eˣ of entries near ±1000 is a number, and so is its gradient")
    func reductionsLogSumExpExtremes() throws {
      try examine("07.reductions.logSumExp-extremes")
    }

    @Test("07.shapes.matmul: the matrix product passes back upstream · wᵀ and xᵀ · upstream")
    func shapesMatmul() throws {
      try examine("07.shapes.matmul")
    }

    @Test("07.shapes.reshape: a reshaped node gets its gradient in the shape that it had")
    func shapesReshape() throws {
      try examine("07.shapes.reshape")
    }

    @Test("07.shapes.transpose: a permutation of axes is taken back by its inverse")
    func shapesTranspose() throws {
      try examine("07.shapes.transpose")
    }

    @Test("07.shapes.concatenate: each of the concatenated nodes gets its own piece of the gradient")
    func shapesConcatenate() throws {
      try examine("07.shapes.concatenate")
    }

    @Test("07.shapes.rows: a row that was chosen several times gets the sum, one that was not chosen 0")
    func shapesRows() throws {
      try examine("07.shapes.rows")
    }

    @Test("07.shapes.gather: each gathered entry gets its gradient back at its own place")
    func shapesGather() throws {
      try examine("07.shapes.gather")
    }

    @Test("07.node.accumulate: two ways back add up in every node, unless it is cleared, and start anew each time")
    func nodeAccumulate() throws {
      try examine("07.node.accumulate")
    }

    @Test("07.node.detached: a detached node has the same value, and no way back goes on from it")
    func nodeDetached() throws {
      try examine("07.node.detached")
    }

    @Test("07.node.depth: a chain of ten thousand operations is built, gone back through and freed")
    func nodeDepth() throws {
      try examine("07.node.depth")
    }

    @Test("07.node.freed: when the last node is let go of, all that was computed is freed")
    func nodeFreed() throws {
      try examine("07.node.freed")
    }

    @Test("07.net.logits: the activation stands between the affine layers, for samples of any shape")
    func netLogits() throws {
      try examine("07.net.logits")
    }

    @Test("07.net.loss: the loss is that of exercise 05: the mean cross-entropy plus regularization · Σ w²")
    func netLoss() throws {
      try examine("07.net.loss")
    }

    @Test("07.net.gradient: the loss has the right gradient at every weight and every bias")
    func netGradient() throws {
      try examine("07.net.gradient")
    }

    @Test("07.net.step: a step clears, goes forward and back, and moves the parameters by the optimizer")
    func netStep() throws {
      try examine("07.net.step")
    }

    @Test("07.node.random: in graphs drawn at random, values and gradients are right at every node")
    func nodeRandom() throws {
      try examine("07.node.random")
    }

    @Test("07.training.overfit: ten images are learnt by heart: the training loss falls below 0.1")
    func trainingOverfit() throws {
      try examine("07.training.overfit")
    }

    @Test("07.training.accuracy: the network that is built on your graph reaches the accuracy that is asked for")
    func trainingAccuracy() throws {
      try examine("07.training.accuracy")
    }
  }
#else
  @Test("Exercise 07: Automatic differentiation")
  func Exercise07() throws {
    try examineAll(of: "07")
  }
#endif
