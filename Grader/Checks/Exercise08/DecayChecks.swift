import Doorway
import Grading
import Tensors

private let penalized = OptimizerContract(.penalized, small: smallPulls, smallRank: 2)
private let decayed = OptimizerContract(.decayed, small: smallPulls, smallRank: 2)
private let smallPulls = [DecaySettings08.Rule.sgd, .adam].map {
  DecaySettings08($0, learningRate: 0.5, strength: 0.25)
}

private let apart = FunctionContract(.stepsUntilApart) { exam in
  let rate = exam.number(in: 0.02...0.1)
  return [
    // The same rule with two rates; a distance that is passed now, later, or never.
    exam.race(.sgd, .sgd, rates: (rate, 1.5 * rate), distance: 1e-9),
    exam.race(.sgd, .sgd, rates: (rate, 1.02 * rate), distance: 0.05),
    exam.race(.momentum, .sgd, rates: (rate, rate), distance: 0.3),
    exam.race(.adam, .adam, rates: (rate, rate), distance: 1e-9),
    exam.race(.adam, .sgd, rates: (0.01, 0.01), distance: 0.2),
    exam.race(.momentum, .sgd, rates: (rate, rate), distance: 1e-6),
    exam.lateRace(in: 1, [0, 0, 4]), exam.lateRace(in: 0, [0, -4, 0, 0]),
    exam.lateRace(in: 0, [4, 4, 4, 4]), exam.lateRace(in: 1, [-4, -4, -4]),
  ]
}

let decayChecks = [
  penalized.check(
    "08.decay.penalty", steps: 12, points: 2,
    claim:
      "the penalty adds strength · w to the gradients of weights, and the optimizer sees the sum",
    hints: [
      "Which tensors have more than one axis? rank says.",
      "Half of the square: what is the derivative of λ/2 · w²?",
    ], shapes: { $0.weightsAndBiases() }
  ) { exam, optimizer, _ in exam.pull(optimizer) },

  decayed.check(
    "08.decay.decoupled", steps: 12, points: 2,
    claim:
      "the decay takes learningRate · strength · w from weights, and the optimizer never hears of it",
    hints: [
      "Which w decays: that before the step, or that after it?",
      "Is the gradient that the optimizer gets the one that came in?",
    ], shapes: { $0.weightsAndBiases() }
  ) { exam, optimizer, _ in exam.pull(optimizer, last: .shrinking) },

  apart.check(
    "08.decay.apart", points: 3,
    claim:
      "two optimizers go along the same gradients until any entry is further apart than distance",
    hints: [
      "Does each of the two have parameters of its own?",
      "The first step is number 1. Where do you look: before it, or after it?",
    ]
  ) { exam in
    // No steps at all; and apart at the last of them.
    [
      exam.race(.sgd, .momentum, rates: (0.1, 0.1), distance: 0.1, steps: 0),
      exam.exactRace(steps: 2), exam.exactRace(steps: 5),
    ]
  },

  apart.check(
    "08.decay.differ", points: 1,
    claim: "with SGD the penalty and the decay are the same, with Adam they are not",
    buildsOn: ["08.decay.penalty", "08.decay.decoupled", "08.decay.apart"],
    hints: ["Adam divides by the root of its squares. What becomes of a penalty that is in both?"],
    alone: true
  ) { exam in
    let strength = exam.number(in: 0.05...0.2)
    return [
      exam.pulledRace(.sgd, strength: strength, distance: 1e-9, steps: 40),
      exam.pulledRace(.adam, strength: strength, distance: 1e-9, steps: 40),
      exam.pulledRace(.adam, strength: strength, distance: 0.02, steps: 40),
      exam.pulledRace(.momentum, strength: strength, distance: 1e-4, steps: 40),
    ]
  },
]

extension Examination {
  /// What two optimizers have in turn, weights of one row and of one column among them.
  fileprivate func weightsAndBiases() -> [[[Int]]] {
    [
      [[2, 3], [3], [1, 3], [1], [3, 2, 2], [3], [4]], [[2, 3], [2]], [[3, 1], [1, 1], [2]],
      [[1, self.count(in: 2...5)], [2, 1, 1, 2]],
    ]
  }

  /// Exactly as far apart as `distance` after the first step, and further after the second.
  fileprivate func exactRace(steps count: Int) -> RaceInput {
    let steps = (0..<count).map { _ in [Tensor([[1, 0]]), Tensor([0, -1])] }
    return RaceInput(
      DecaySettings08(.sgd, learningRate: 0.5), DecaySettings08(.sgd, learningRate: 0.25),
      from: [Tensor([[0, 3]]), Tensor([2, 0])], along: steps, distance: 0.25)
  }

  /// - Parameter last: The rule of the last of four optimizers.
  fileprivate func pull(
    _ optimizer: Int, last: DecaySettings08.Rule = .adam
  ) -> DecaySettings08 {
    DecaySettings08(
      [.sgd, .adam, .momentum, last][optimizer], learningRate: number(in: 0.02...0.2),
      strength: optimizer == 2 ? 0.3 : number(in: 0.05...0.5))
  }

  fileprivate func steps(_ count: Int, _ shapes: [[Int]]) -> [[Tensor]] {
    (0..<count).map { _ in shapes.map { awayFromZero($0) } }
  }

  fileprivate func race(
    _ one: DecaySettings08.Rule, _ other: DecaySettings08.Rule, rates: (Double, Double),
    distance: Double, steps count: Int = 15
  ) -> RaceInput {
    let shapes = [[2, 3], [3], [self.count(in: 1...4)]]
    return RaceInput(
      DecaySettings08(one, learningRate: rates.0), DecaySettings08(other, learningRate: rates.1),
      from: shapes.map { normal($0) }, along: steps(count, shapes), distance: distance)
  }

  /// Apart at the fifth step, by what one parameter gets, and together again at the sixth.
  fileprivate func lateRace(in place: Int, _ kick: [Double]) -> RaceInput {
    let shapes = [[2, 2], [3]]
    let steps = (0..<8).map { step in
      shapes.enumerated().map { i, shape in
        guard i == place, step == 4 || step == 5 else { return Tensor(zeros: shape) }
        return (step == 4 ? 1 : -1) * Tensor(shape: shape, scalars: kick)
      }
    }
    return RaceInput(
      DecaySettings08(.sgd, learningRate: 0.3), DecaySettings08(.sgd, learningRate: 0.1),
      from: shapes.map { normal($0) }, along: steps, distance: 0.5)
  }

  fileprivate func pulledRace(
    _ rule: DecaySettings08.Rule, strength: Double, distance: Double, steps count: Int
  ) -> RaceInput {
    let shapes = [[2, 3], [3]]
    func settings(_ pull: DecaySettings08.Pull) -> DecaySettings08 {
      DecaySettings08(rule, learningRate: 0.05, strength: strength, pull: pull)
    }
    return RaceInput(
      settings(.penalty), settings(.decay), from: shapes.map { 2 * awayFromZero($0) },
      along: steps(count, shapes), distance: distance)
  }
}
