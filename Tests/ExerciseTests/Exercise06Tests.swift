// swift-format-ignore-file
// Derived by `grader derive` from the checks of exercise 06.
import Testing

#if GRADUS_EDITOR
  @Suite("Exercise 06: Tuning", .serialized)
  struct Exercise06 {
    @Test("06.leakyReLU.forward: leaky ReLU keeps what is positive and multiplies the rest by the slope")
    func leakyReLUForward() throws {
      try examine("06.leakyReLU.forward")
    }

    @Test("06.leakyReLU.gradient: the gradient is upstream where x is positive, and slope · upstream elsewhere")
    func leakyReLUGradient() throws {
      try examine("06.leakyReLU.gradient")
    }

    @Test("06.leakyReLU.slopes: the slope may be any number: below 0, 0, 1, or greater than 1")
    func leakyReLUSlopes() throws {
      try examine("06.leakyReLU.slopes")
    }

    @Test("06.leakyReLU.zero: where x is exactly 0, the gradient is slope · upstream")
    func leakyReLUZero() throws {
      try examine("06.leakyReLU.zero")
    }

    @Test("06.tanh.forward: the hyperbolic tangent is (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ), entry by entry")
    func tanhForward() throws {
      try examine("06.tanh.forward")
    }

    @Test("06.tanh.extremes: the hyperbolic tangent of ±1000 is ±1, with a gradient of 0")
    func tanhExtremes() throws {
      try examine("06.tanh.extremes")
    }

    @Test("06.tanh.gradient: the way back through the hyperbolic tangent is upstream · (1 - y²)")
    func tanhGradient() throws {
      try examine("06.tanh.gradient")
    }

    @Test("06.maxout.forward: each unit is the greatest of its own k pieces, which stand side by side")
    func maxoutForward() throws {
      try examine("06.maxout.forward")
    }

    @Test("06.maxout.gradient: upstream goes back to the greatest piece of each unit, and 0 to the others")
    func maxoutGradient() throws {
      try examine("06.maxout.gradient")
    }

    @Test("06.maxout.ties: where several pieces are the greatest, the first of them has the whole gradient")
    func maxoutTies() throws {
      try examine("06.maxout.ties")
    }

    @Test("06.initialization.constant: a constant fills the whole of the weights [inputs, outputs]")
    func initializationConstant() throws {
      try examine("06.initialization.constant")
    }

    @Test("06.initialization.deviations: weights are normal, with the deviations √(2 / (inputs + outputs)) and √(2 / inputs)")
    func initializationDeviations() throws {
      try examine("06.initialization.deviations")
    }

    @Test("06.units.spread: the spread is the greatest difference of a column of the first W from its column 0")
    func unitsSpread() throws {
      try examine("06.units.spread")
    }

    @Test("06.units.spreads: the spread is measured before the first step and after each step of SGD")
    func unitsSpreads() throws {
      try examine("06.units.spreads")
    }

    @Test("06.units.equal: units that begin equal stay equal, however long they are trained; others do not")
    func unitsEqual() throws {
      try examine("06.units.equal")
    }

    @Test("06.signal.deviations: behind each layer the deviation of the activated signal is measured")
    func signalDeviations() throws {
      try examine("06.signal.deviations")
    }

    @Test("06.signal.deep: through ten layers a signal dies with small weights, and lives with Xavier and with He")
    func signalDeep() throws {
      try examine("06.signal.deep")
    }

    @Test("06.nesterov.first: the first step is 1 + momentum times that of SGD")
    func nesterovFirst() throws {
      try examine("06.nesterov.first")
    }

    @Test("06.nesterov.steps: w moves by momentum · v - learningRate · dw, with the new v, at every step")
    func nesterovSteps() throws {
      try examine("06.nesterov.steps")
    }

    @Test("06.adagrad.steps: each entry is divided by the root of the sum of all its squared gradients")
    func adagradSteps() throws {
      try examine("06.adagrad.steps")
    }

    @Test("06.adagrad.epsilon: epsilon is added to the root, and an entry whose gradients are all 0 stays")
    func adagradEpsilon() throws {
      try examine("06.adagrad.epsilon")
    }

    @Test("06.rmsProp.steps: each entry is divided by the root of the running mean of its squared gradients")
    func rmsPropSteps() throws {
      try examine("06.rmsProp.steps")
    }

    @Test("06.rmsProp.epsilon: epsilon is added to the root, and an entry whose gradients are all 0 stays")
    func rmsPropEpsilon() throws {
      try examine("06.rmsProp.epsilon")
    }

    @Test("06.adam.first: the first step of Adam is learningRate long in every entry, whatever the gradient is")
    func adamFirst() throws {
      try examine("06.adam.first")
    }

    @Test("06.adam.steps: Adam's means are kept as they are, and corrected anew at every step")
    func adamSteps() throws {
      try examine("06.adam.steps")
    }

    @Test("06.adam.settings: beta1 goes with the gradient, beta2 with its square, and epsilon beside the root of v̂")
    func adamSettings() throws {
      try examine("06.adam.settings")
    }

    @Test("06.adamW.first: the decay takes learningRate · weightDecay · w from every w, and nothing else")
    func adamWFirst() throws {
      try examine("06.adamW.first")
    }

    @Test("06.adamW.steps: the decay has no part in m and v, and is that of w before the step")
    func adamWSteps() throws {
      try examine("06.adamW.steps")
    }

    @Test("06.lamb.steps: each tensor moves by learningRate · ‖w‖, in the direction of its own r")
    func lambSteps() throws {
      try examine("06.lamb.steps")
    }

    @Test("06.lamb.zero: where ‖w‖ or ‖r‖ is 0, the ratio is 1: zeros begin to move, and nothing is NaN")
    func lambZero() throws {
      try examine("06.lamb.zero")
    }

    @Test("06.decay.shares: steps, exponential and cosine leave the share that their formulas say, 1 at s = 0")
    func decayShares() throws {
      try examine("06.decay.shares")
    }

    @Test("06.decay.end: behind its end the cosine stays at `floor` and does not rise again")
    func decayEnd() throws {
      try examine("06.decay.end")
    }

    @Test("06.schedule.warmup: the rate grows by equal steps: peak / (W + 1) at update 1, `peak` at update W + 1")
    func scheduleWarmup() throws {
      try examine("06.schedule.warmup")
    }

    @Test("06.schedule.rates: the decay begins behind the warm-up: at update W + 1 its s is 0")
    func scheduleRates() throws {
      try examine("06.schedule.rates")
    }

    @Test("06.clipping.value: every entry is put between -limit and limit, each for itself")
    func clippingValue() throws {
      try examine("06.clipping.value")
    }

    @Test("06.clipping.norm: gradients longer than the limit are made as long, all by one factor; others stay")
    func clippingNorm() throws {
      try examine("06.clipping.norm")
    }

    @Test("06.clipping.notNumbers: a norm that is infinite or NaN comes back as it is, and the gradients unchanged")
    func clippingNotNumbers() throws {
      try examine("06.clipping.notNumbers")
    }

    @Test("06.scheduled.rates: the first update has the rate of update 1, and its gradients are clipped before it")
    func scheduledRates() throws {
      try examine("06.scheduled.rates")
    }

    @Test("06.scheduled.notNumbers: an update whose gradients are not finite moves nothing, and is counted")
    func scheduledNotNumbers() throws {
      try examine("06.scheduled.notNumbers")
    }

    @Test("06.stopping.patience: it is over when `patience` epochs in a row have made no progress")
    func stoppingPatience() throws {
      try examine("06.stopping.patience")
    }

    @Test("06.stopping.progress: progress is to be below the best by more than `minimumProgress`, and only it moves the best")
    func stoppingProgress() throws {
      try examine("06.stopping.progress")
    }

    @Test("06.stopping.notNumbers: a loss that is infinite or NaN ends the training at once, and is never the best")
    func stoppingNotNumbers() throws {
      try examine("06.stopping.notNumbers")
    }

    @Test("06.range.draws: log, float, integer and item draw evenly: by magnitude, by value, by number, by place")
    func rangeDraws() throws {
      try examine("06.range.draws")
    }

    @Test("06.run.lowest: the lowest loss of a run leaves NaN aside, and is infinite where there is no other")
    func runLowest() throws {
      try examine("06.run.lowest")
    }

    @Test("06.grid.combinations: every value of each name meets every value of the others, the last name's fastest")
    func gridCombinations() throws {
      try examine("06.grid.combinations")
    }

    @Test("06.random.settings: every set of settings has a draw of its own for every name, in the order of the ranges")
    func randomSettings() throws {
      try examine("06.random.settings")
    }

    @Test("06.search.runs: each set of settings is tried once, in order, epoch by epoch, until its run is over")
    func searchRuns() throws {
      try examine("06.search.runs")
    }

    @Test("06.search.anew: every run has patience of its own, and one whose loss is NaN ends at once")
    func searchAnew() throws {
      try examine("06.search.anew")
    }

    @Test("06.best.lowest: the best run has the lowest of all losses, at whichever epoch that was")
    func bestLowest() throws {
      try examine("06.best.lowest")
    }

    @Test("06.best.ties: of equal runs the first is the best, NaN never is, and of none there is none")
    func bestTies() throws {
      try examine("06.best.ties")
    }

    @Test("06.folds.mean: the mean is the sum of the scores divided by their count")
    func foldsMean() throws {
      try examine("06.folds.mean")
    }

    @Test("06.folds.deviation: the deviation is the root of the mean squared distance from the mean, divided by k")
    func foldsDeviation() throws {
      try examine("06.folds.deviation")
    }

    @Test("06.folds.parts: each sample is validated on in one fold and trained on in all others, dealt out in turn")
    func foldsParts() throws {
      try examine("06.folds.parts")
    }

    @Test("06.sum.errors: the sum of sigmoids follows any curve, and twice the units miss it by half as much")
    func sumErrors() throws {
      try examine("06.sum.errors")
    }

    @Test("06.parity.shallow: one hidden layer knows the parity of n bits by heart: a unit for each odd pattern")
    func parityShallow() throws {
      try examine("06.parity.shallow")
    }

    @Test("06.parity.deep: a deep network does the same with at most 3 hidden units for each bit")
    func parityDeep() throws {
      try examine("06.parity.deep")
    }

    @Test("06.own.accuracy: your own network, with your own settings, recognises what the course asks for")
    func ownAccuracy() throws {
      try examine("06.own.accuracy")
    }
  }
#else
  @Test("Exercise 06: Tuning")
  func Exercise06() throws {
    try examineAll(of: "06")
  }
#endif
