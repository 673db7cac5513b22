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
    // Fisher and Yates, from the other end than the standard library.
    var order = [Int](0..<samples.count)
    var i = order.count - 1
    while i > 0 {
      order.swapAt(i, Int.random(in: 0...i, using: &generator))
      i -= 1
    }
    var sum = 0.0
    var batches = 0
    var batch: [Int] = []
    for index in order {
      batch.append(index)
      guard batch.count == batchSize || batches * batchSize + batch.count == order.count else {
        continue
      }
      let (x, labels) = samples.batch(at: batch)
      let step = network.loss(x, labels: labels)
      var parameters = network.parameters
      optimizer.update(&parameters, along: step.gradients)
      network.parameters = parameters
      sum += step.loss
      batches += 1
      batch = []
    }
    return sum / Double(batches)
  }

  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Epoch] {
    var history: [Epoch] = []
    var snapshots: [[Tensor]] = []
    while history.count < epochs {
      let loss = trainEpoch(on: training, using: &generator)
      let seen = evaluate(on: validation)
      let epoch = Epoch(
        trainingLoss: loss, validationLoss: seen.loss, validationAccuracy: seen.accuracy)
      epochDone(epoch)
      history.append(epoch)
      snapshots.append(network.parameters)

      let best = bestEpoch(in: history)
      if history.count - 1 - best >= patience { break }
    }
    if !history.isEmpty { network.parameters = snapshots[bestEpoch(in: history)] }
    return history
  }

  private func bestEpoch(in history: [Epoch]) -> Int {
    var best = 0
    for i in history.indices where history[i].validationLoss < history[best].validationLoss {
      best = i
    }
    return best
  }

  public func evaluate(on samples: Samples) -> (loss: Double, accuracy: Double) {
    var loss = 0.0
    var right = 0
    for n in 0..<samples.count {
      let (x, labels) = samples.batch(at: [n])
      let logits = network.forward(x).logits
      loss += CrossEntropyFromLogits().forward(logits, labels: labels).loss
      if logits.argmax(along: 1) == labels { right += 1 }
    }
    return (loss / Double(samples.count), Double(right) / Double(samples.count))
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
