import Doorway
import Exercise04
import Tensors

/// A scripted training as the solver made it.
struct ScriptedDescent {
  /// What was returned and what was left, call after call.
  var history: [Tensor] = []
  var ends: [Tensor] = []

  /// What the optimizer was given.
  var steps = DescentSteps()

  init(_ run: DescentRun) {
    let log = StepLog()
    var solver = Solver(
      classifier: Classifier(weights: run.script[0]), loss: RoundedDistance(),
      optimizer: ScriptedWeights(script: run.script, log: log))
    for epochs in run.epochs {
      let made = solver.train(
        on: Samples(run.x, targets: run.targets),
        validatingOn: Samples(run.validationX, targets: run.validationTargets), epochs: epochs)
      history.append(
        Tensor(
          shape: [made.count, 2], scalars: made.flatMap { [$0.trainingLoss, $0.validationLoss] }))
      ends.append(solver.classifier.weights)
    }
    steps = log.steps
  }
}

/// √(1 + d²) - 1, which no exercise asks for: like d² for small errors, like |d| for large ones.
private struct RoundedDistance: Loss {
  func forward(_ outputs: Tensor, targets: Tensor) -> (loss: Double, cache: Tensor) {
    let errors = outputs - targets
    return ((sqrt(1 + errors * errors) - 1).mean(), errors)
  }

  func backward(cache: Tensor, targets: Tensor) -> Tensor {
    cache / sqrt(1 + cache * cache) / Double(cache.count)
  }
}

/// Sets the weights to those of the script, whatever the gradient says.
private struct ScriptedWeights: Optimizer {
  let script: [Tensor]
  let log: StepLog

  /// Kept in the optimizer itself: who updates a copy of it, starts again each time.
  var count = 0

  mutating func update(_ weights: inout Tensor, along gradient: Tensor) {
    log.steps.weights.append(weights)
    log.steps.gradients.append(gradient)
    count += 1
    weights = script[min(count, script.count - 1)]
  }
}

private final class StepLog: @unchecked Sendable {
  var steps = DescentSteps()
}
