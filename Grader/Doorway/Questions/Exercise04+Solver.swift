import Tensors

/// A training of a classifier by a script: whatever the gradients say, the n-th step sets the weights to
/// `script[n]`. The loss is one of ours.
public struct DescentRun: LayerInput {
  public var x: Tensor
  public var targets: Tensor
  public var validationX: Tensor
  public var validationTargets: Tensor

  /// The weights at first, after the first step, and so on; after the last they stay.
  public var script: [Tensor]

  /// The epochs of each call of `train`, one after the other of the same solver.
  public var epochs: [Int]

  public init(
    x: Tensor, targets: Tensor, validationX: Tensor, validationTargets: Tensor, script: [Tensor],
    epochs: [Int]
  ) {
    self.x = x
    self.targets = targets
    self.validationX = validationX
    self.validationTargets = validationTargets
    self.script = script
    self.epochs = epochs
  }

  public var differentiable: [Part] {
    get {
      [
        Part("x", x), Part("the targets", targets), Part("the validation x", validationX),
        Part("the validation targets", validationTargets),
      ] + script.map { Part("weights", $0) }
    }
    set {
      (x, targets) = (newValue[0].value, newValue[1].value)
      (validationX, validationTargets) = (newValue[2].value, newValue[3].value)
      script = newValue[4...].map(\.value)
    }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]), Size("the number of calls", epochs.count),
      Size("the number of epochs", epochs.first ?? 0),
    ]
  }

  public var title: String? {
    "train on x \(x.shape) with targets \(targets.shape) for "
      + epochs.map(countOfEpochs).joined(separator: ", then ")
      + (x.count > 2
        ? ""
        : "; the loss is the mean of √(1 + d²) - 1 with d = output - target, and each step goes to the "
          + "next of the weights below")
  }
}

/// What the optimizer was given at each step.
public struct DescentSteps: Answer {
  public var weights: [Tensor]
  public var gradients: [Tensor]

  public init(weights: [Tensor] = [], gradients: [Tensor] = []) {
    self.weights = weights
    self.gradients = gradients
  }

  public var parts: [Part] {
    [
      Part("the weights before each step", Self.stacked(weights)),
      Part("the gradient of each step", Self.stacked(gradients)),
    ]
  }

  /// `[steps, …]`; all entries in a row where the shapes differ.
  private static func stacked(_ tensors: [Tensor]) -> Tensor {
    let (shape, scalars) = (tensors.first?.shape ?? [], tensors.flatMap(\.scalars))
    let isEven = tensors.allSatisfy { $0.shape == shape }
    return Tensor(shape: isEven ? [tensors.count] + shape : [scalars.count], scalars: scalars)
  }
}

/// What each call returned: a row for each epoch, of the training and the validation loss.
public struct DescentHistory: Answer {
  public var calls: [Tensor]

  public init(_ calls: [Tensor]) {
    self.calls = calls
  }

  public var parts: [Part] {
    calls.map { Part("the history (a row an epoch: training and validation loss)", $0) }
  }
}

/// The weights that each call has left.
public struct DescentEnds: Answer {
  public var weights: [Tensor]

  public init(_ weights: [Tensor]) {
    self.weights = weights
  }

  public var parts: [Part] { weights.map { Part("the weights in the end", $0) } }
}

extension Question
where Input == LayerRun<DescentRun>, Reply == LayerTrace<DescentSteps, NoGradients> {
  public static var solverSteps: Self { Self("04.solver.steps") }
}

extension Question
where Input == LayerRun<DescentRun>, Reply == LayerTrace<DescentHistory, NoGradients> {
  public static var solverHistory: Self { Self("04.solver.history") }
}

extension Question
where Input == LayerRun<DescentRun>, Reply == LayerTrace<DescentEnds, NoGradients> {
  public static var solverEnds: Self { Self("04.solver.ends") }
}
