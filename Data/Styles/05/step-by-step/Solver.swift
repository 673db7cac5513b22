import Tensors

public struct Solver: Sendable {
  public var network: ClassificationNet
  public var optimizer: any Optimizer
  public var batchSize: Int

  public var patience: Int

  public var epochDone: @Sendable (Epoch) -> Void

  public init(
    network: ClassificationNet, optimizer: any Optimizer, batchSize: Int = 100,
    patience: Int = .max, epochDone: @escaping @Sendable (Epoch) -> Void = { _ in }
  ) {
    self.network = network
    self.optimizer = optimizer
    self.batchSize = batchSize
    self.patience = patience
    self.epochDone = epochDone
  }

  public mutating func trainEpoch(
    on samples: Samples, using generator: inout some RandomNumberGenerator
  ) -> Double {
    var order = Array(0..<samples.count)
    order.shuffle(using: &generator)
    var total = 0.0
    var batches = 0
    while !order.isEmpty {
      let (x, labels) = samples.batch(at: Array(order.prefix(batchSize)))
      order = Array(order.dropFirst(batchSize))
      let step = network.loss(x, labels: labels)
      var parameters = network.parameters
      optimizer.update(&parameters, along: step.gradients)
      network.parameters = parameters
      total += step.loss
      batches += 1
    }
    return total / Double(batches)
  }

  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Epoch] {
    var history: [Epoch] = []
    var best = network.parameters
    var bestEpoch = -1
    while history.count < epochs, history.count - 1 - bestEpoch < patience {
      let trainingLoss = trainEpoch(on: training, using: &generator)
      let look = evaluate(on: validation)
      let lowest = bestEpoch < 0 ? Double.infinity : history[bestEpoch].validationLoss
      history.append(
        Epoch(
          trainingLoss: trainingLoss, validationLoss: look.loss,
          validationAccuracy: look.accuracy))
      epochDone(history[history.count - 1])
      if look.loss < lowest {
        best = network.parameters
        bestEpoch = history.count - 1
      }
    }
    network.parameters = best
    return history
  }

  public func evaluate(on samples: Samples) -> (loss: Double, accuracy: Double) {
    var total = 0.0
    var right = 0
    for start in stride(from: 0, to: samples.count, by: 1000) {
      let (x, labels) = samples.batch(at: Array(start..<min(start + 1000, samples.count)))
      let logits = network.forward(x).logits
      total += CrossEntropyFromLogits().forward(logits, labels: labels).loss * Double(labels.count)
      right += zip(logits.argmax(along: 1), labels).count { $0 == $1 }
    }
    return (total / Double(samples.count), Double(right) / Double(samples.count))
  }
}

public struct Epoch: Sendable, Equatable {
  public var trainingLoss: Double
  public var validationLoss: Double

  public var validationAccuracy: Double

  public init(trainingLoss: Double, validationLoss: Double, validationAccuracy: Double) {
    self.trainingLoss = trainingLoss
    self.validationLoss = validationLoss
    self.validationAccuracy = validationAccuracy
  }
}
