import Tensors

/// The settings of an optimizer of exercise 06; each has those of them that its formula names.
public struct OptimizerSettings06: Codable, Sendable, Equatable {
  public var learningRate: Double
  public var momentum: Double
  public var decay: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double
  public var weightDecay: Double

  public init(
    learningRate: Double, momentum: Double = 0, decay: Double = 0, beta1: Double = 0,
    beta2: Double = 0, epsilon: Double = 1e-8, weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.decay = decay
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }
}

extension Question where Input == OptimizerRun<OptimizerSettings06>, Reply == OptimizerTrace {
  public static var nesterov: Self { Self("06.nesterov") }
  public static var adagrad: Self { Self("06.adagrad") }
  public static var rmsProp: Self { Self("06.rmsProp") }
  public static var adam: Self { Self("06.adam") }
  public static var adamW: Self { Self("06.adamW") }
  public static var lamb: Self { Self("06.lamb") }
}

/// A schedule of learning rates: it grows for `warmup` updates, then it falls.
public struct ScheduleSettings06: Codable, Sendable, Equatable {
  public enum Decay: Codable, Sendable, Equatable {
    case none
    case steps(period: Int, factor: Double)
    case exponential(factor: Double)
    case cosine(length: Int, floor: Double)
  }

  public var peak: Double
  public var warmup: Int
  public var decay: Decay

  /// What gradients are clipped to, all together.
  public var maximumNorm: Double

  /// The momentum of the optimizer that follows the schedule.
  public var momentum: Double

  public init(
    peak: Double, warmup: Int, decay: Decay, maximumNorm: Double = .infinity, momentum: Double = 0
  ) {
    self.peak = peak
    self.warmup = warmup
    self.decay = decay
    self.maximumNorm = maximumNorm
    self.momentum = momentum
  }
}

extension Question where Input == OptimizerRun<ScheduleSettings06>, Reply == OptimizerTrace {
  /// SGD with momentum, ours, that follows a schedule.
  public static var scheduled: Self { Self("06.scheduled") }
}

/// A schedule, and the updates at which it is asked.
public struct ScheduleInput: PlainInput {
  public var settings: ScheduleSettings06
  public var updates: [Int]

  public init(_ settings: ScheduleSettings06, at updates: [Int]) {
    self.settings = settings
    self.updates = updates
  }

  public var title: String? {
    let decay =
      switch settings.decay {
      case .none: "no decay"
      case .steps(let period, let factor): "steps of \(period) updates by \(factor)"
      case .exponential(let factor): "exponential decay by \(factor)"
      case .cosine(let length, let floor): "a cosine of length \(length) to \(floor)"
      }
    return "peak \(settings.peak), warm-up \(settings.warmup), \(decay), updates \(updates)"
  }
}

extension Question
where Input == LayerRun<ScheduleInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// The rate at each update.
  public static var learningRates: Self { Self("06.schedule.rates") }

  /// What the decay leaves, so many updates after the peak.
  public static var decayShares: Self { Self("06.decay.shares") }
}

/// Gradients to be clipped.
public struct ClippingInput: LayerInput {
  public var gradients: [Tensor]
  public var limit: Double

  public init(_ gradients: [Tensor], limit: Double) {
    self.gradients = gradients
    self.limit = limit
  }

  public var differentiable: [Part] {
    get { gradients.enumerated().map { Part("gradient \($0 + 1)", $1) } }
    set { gradients = newValue.map(\.value) }
  }

  public var sizes: [Size] { [Size("the number of gradients", gradients.count)] }

  public var title: String? {
    "gradients \(gradients.map(\.shape)) with limit \(limit)"
  }
}

/// Gradients that were clipped, and the norm that they had. NaN is like no number, so that no two of
/// them could be compared: for each there is a 1 in `holes`, and a 0 in its place.
public struct ClippedGradients: Answer {
  public var gradients: [Tensor]
  public var norm: Tensor
  public var holes: [Tensor]

  public init(_ gradients: [Tensor], norm: Double) {
    let all = gradients + [Tensor(norm)]
    let filled = all.map { $0.replacing(with: 0, where: .!($0 .== $0)) }
    holes = all.map { Tensor(.!($0 .== $0)) }
    self.gradients = filled.dropLast()
    self.norm = filled[filled.count - 1]
  }

  public var parts: [Part] {
    gradients.enumerated().map { Part("gradient \($0 + 1)", $1) } + [Part("the norm", norm)]
      + holes.map { Part("whether an entry is NaN", $0) }
  }
}

extension Question
where Input == LayerRun<ClippingInput>, Reply == LayerTrace<ClippedGradients, NoGradients> {
  /// There is no norm: 0 stands in its place.
  public static var clippedToValue: Self { Self("06.clipping.value") }
  public static var clippedToNorm: Self { Self("06.clipping.norm") }
}
