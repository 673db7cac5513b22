import Tensors

/// A rule that moves parameters, and how it pulls weights towards 0.
public struct DecaySettings08: Codable, Sendable, Equatable {
  public enum Rule: String, Codable, Sendable { case sgd, momentum, adam, shrinking }
  public enum Pull: String, Codable, Sendable { case none, penalty, decay }

  public var rule: Rule
  public var learningRate: Double
  public var strength: Double
  public var pull: Pull

  public init(_ rule: Rule, learningRate: Double, strength: Double = 0, pull: Pull = .none) {
    self.rule = rule
    self.learningRate = learningRate
    self.strength = strength
    self.pull = pull
  }

  var words: String {
    let name =
      switch rule {
      case .sgd: "SGD"
      case .momentum: "SGDMomentum"
      case .adam: "Adam"
      case .shrinking: "an optimizer that takes rate · w / 2 besides"
      }
    let pulled =
      switch pull {
      case .none: ""
      case .penalty: " with the penalty \(strength)"
      case .decay: " with the decay \(strength)"
      }
    return "\(name) of rate \(learningRate)\(pulled)"
  }
}

extension Question where Input == OptimizerRun<DecaySettings08>, Reply == OptimizerTrace {
  /// Ours, with the penalty of the student's `Penalized`.
  public static var penalized: Self { Self("08.penalized") }

  /// Ours, with the decay of the student's `Decayed`.
  public static var decayed: Self { Self("08.decayed") }
}

/// Two optimizers that go the same way, and how far they may be apart.
public struct RaceInput: PlainInput {
  public var one: DecaySettings08
  public var other: DecaySettings08
  public var parameters: [Tensor]
  public var steps: [[Tensor]]
  public var distance: Double

  public init(
    _ one: DecaySettings08, _ other: DecaySettings08, from parameters: [Tensor],
    along steps: [[Tensor]], distance: Double
  ) {
    self.one = one
    self.other = other
    self.parameters = parameters
    self.steps = steps
    self.distance = distance
  }

  public var title: String? {
    "\(one.words), \(other.words), \(steps.count) steps, distance \(distance)"
  }
}

/// The number of the first step after which two are apart, if there is one.
public struct StepApart: Answer {
  public var step: Int?

  public init(_ step: Int?) {
    self.step = step
  }

  public var parts: [Part] {
    [
      Part("whether there is such a step", Tensor(step == nil ? 0 : 1)),
      Part("its number", Tensor(Double(step ?? 0))),
    ]
  }
}

extension Question where Input == LayerRun<RaceInput>, Reply == LayerTrace<StepApart, NoGradients> {
  public static var stepsUntilApart: Self { Self("08.apart") }
}
