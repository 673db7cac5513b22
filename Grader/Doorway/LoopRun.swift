import Tensors

/// A training run by a script: whatever the gradients say, the n-th step sets the parameters to those
/// of `script[n]`. So what a loop does can be foretold, whatever network and optimizer it is made of.
public struct LoopRun: Codable, Sendable {
  public enum Call: String, Codable, Sendable {
    /// One epoch of training after the other.
    case epochs
    /// All of it, with a look at the validation samples after each.
    case training
  }

  public var call: Call

  /// Samples `[N, …]`, and those to validate on.
  public var samples: Tensor
  public var labels: [Int]
  public var validationSamples: Tensor
  public var validationLabels: [Int]

  /// The parameters at first, after the first step, and so on; after the last they stay.
  public var script: [[Tensor]]
  public var regularization: Double
  public var batchSize: Int
  public var epochs: Int
  public var patience: Int
  public var seed: UInt64

  /// How many times training is called of the same loop.
  public var calls = 1

  public init(
    _ call: Call, samples: Tensor, labels: [Int], validationSamples: Tensor,
    validationLabels: [Int], script: [[Tensor]], regularization: Double, batchSize: Int,
    epochs: Int, patience: Int, seed: UInt64
  ) {
    self.call = call
    self.samples = samples
    self.labels = labels
    self.validationSamples = validationSamples
    self.validationLabels = validationLabels
    self.script = script
    self.regularization = regularization
    self.batchSize = batchSize
    self.epochs = epochs
    self.patience = patience
    self.seed = seed
  }
}

extension LoopRun: Titled {
  public var title: String? {
    let name = call == .epochs ? "trainEpoch" : "train"
    guard labels.count <= 3 else { return name }
    let waits = call == .training && patience < .max ? ", patience \(patience)" : ""
    return "\(name) on \(counted(labels.count, "sample")), batchSize \(batchSize), "
      + "\(countOfEpochs(epochs))\(waits)"
  }
}

/// What a loop did in a scripted run.
public struct LoopTrace: Answer {
  /// What the optimizer was given at each step.
  public var steps: [LoopStep] = []

  /// What was returned: of each epoch, call after call.
  public var history: [LoopEpoch] = []

  /// How many epochs each call returned.
  public var lengths: [Int] = []

  /// What was called as each epoch was done.
  public var done: [LoopEpoch] = []

  /// The network's in the end.
  public var parameters: [Tensor] = []

  /// What the generator gives next.
  public var next: UInt64 = 0

  public init() {}

  public var parts: [Part] {
    func part(_ name: String, _ epochs: [LoopEpoch]) -> Part {
      Part(
        name,
        Tensor(
          shape: [epochs.count, 4],
          scalars: epochs.flatMap {
            [$0.trainingLoss, $0.validationLoss, $0.validationAccuracy, Double($0.steps)]
          }))
    }
    return [
      Part("the number of steps", Tensor(Double(steps.count))), part("the history", history),
      part("the epochs that were done", done),
    ] + parameters.map { Part("the parameters in the end", $0) }
      + steps.flatMap { $0.parameters + $0.gradients }.map { Part("a step", $0) }
  }
}

public struct LoopStep: Codable, Sendable {
  public var parameters: [Tensor]
  public var gradients: [Tensor]

  public init(parameters: [Tensor], gradients: [Tensor]) {
    self.parameters = parameters
    self.gradients = gradients
  }
}

/// An epoch, and how many steps had been made when it was told of.
public struct LoopEpoch: Codable, Sendable, Equatable {
  public var trainingLoss: Double
  public var validationLoss: Double
  public var validationAccuracy: Double
  public var steps: Int

  public init(
    trainingLoss: Double, validationLoss: Double = 0, validationAccuracy: Double = 0, steps: Int
  ) {
    self.trainingLoss = trainingLoss
    self.validationLoss = validationLoss
    self.validationAccuracy = validationAccuracy
    self.steps = steps
  }
}
