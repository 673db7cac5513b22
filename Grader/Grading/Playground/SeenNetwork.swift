import Doorway
import Foundation
import Tensors

/// What the page shows of one network: what the subject has answered, checked for its form, and what was
/// computed from it on this side.
struct SeenNetwork {
  struct Look {
    /// The log-odds of class 1 at each place of the plane: log(p / (1 - p)), row by row.
    var logOdds: [Double]

    /// Weights and bias of the first layer, of the second, and so on, one behind the other.
    var parameters: [Double]
    var training: Score
    var test: Score
  }

  /// How well a network does on some points.
  struct Score: Equatable {
    /// The mean cross-entropy, without a penalty.
    var loss: Double

    /// The fraction of points on the right side.
    var accuracy: Double
  }

  /// What each epoch returned.
  let losses: [Double]
  let looks: [Look]

  /// - Throws: `Playground.Fault` where there is not what should be.
  init(_ trace: PlaygroundTrace, of setting: PlaygroundPlan.Setting, in plan: PlaygroundPlan) throws
  {
    guard trace.losses.count == plan.looks.last, trace.looks.count == plan.looks.count else {
      throw Playground.Fault.counts(losses: trace.losses.count, looks: trace.looks.count)
    }
    losses = trace.losses
    let cells = plan.cells * plan.cells
    let (training, test) = (
      plan.trainingPoints(of: setting.pattern), plan.testPoints(of: setting.pattern)
    )
    let places = cells + training.labels.count + test.labels.count
    looks = try trace.looks.map { look in
      try Self.check("The logits", look.logits, [places, 2])
      let shapes = setting.parameterShapes
      guard look.parameters.count == shapes.count else {
        throw Playground.Fault.shape(
          what: "The list of parameters", seen: [look.parameters.count], expected: [shapes.count])
      }
      for (parameter, shape) in zip(look.parameters, shapes) {
        try Self.check("A parameter", parameter, shape)
      }
      let logits = look.logits.converted(to: .float64).reshaped(to: [-1]).scalars
      let odds = (0..<places).map { logits[2 * $0 + 1] - logits[2 * $0] }
      return Look(
        logOdds: Array(odds[..<cells]),
        parameters: look.parameters.flatMap {
          $0.converted(to: .float64).reshaped(to: [-1]).scalars
        },
        training: Self.score(odds[cells..<cells + training.labels.count], training.labels),
        test: Self.score(odds[(cells + training.labels.count)...], test.labels))
    }
  }

  private static func check(_ what: String, _ tensor: Tensor, _ shape: [Int]) throws {
    guard tensor.shape == shape else {
      throw Playground.Fault.shape(what: what, seen: tensor.shape, expected: shape)
    }
  }

  private static func score(_ odds: ArraySlice<Double>, _ labels: [Int]) -> Score {
    let losses = zip(odds, labels).map { odds, label in
      // log(1 + e^-m), where e^-m must not overflow.
      let margin = label == 1 ? odds : -odds
      return max(-margin, 0) + log1p(exp(-abs(margin)))
    }
    let right = zip(odds, labels).count { ($0 > 0) == ($1 == 1) && $0.isFinite }
    return Score(
      loss: losses.reduce(0, +) / Double(labels.count),
      accuracy: Double(right) / Double(labels.count))
  }
}
