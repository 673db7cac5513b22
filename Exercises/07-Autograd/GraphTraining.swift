import Exercise05
import Tensors

/// Trains a network by its own steps, as the solver of exercise 05 does: mini-batches, a look at the
/// validation samples after each epoch, and in the end the best parameters, not the last.
///
/// Read it; there is nothing to write here.
public func train<Generator: RandomNumberGenerator>(
  _ network: GraphNet, with optimizer: some Optimizer, on training: Samples,
  validatingOn validation: Samples, batchSize: Int, epochs: Int, using generator: inout Generator,
  epochDone: (Epoch) -> Void = { _ in }
) -> [Epoch] {
  var optimizer = optimizer
  var best = network.parameters.map(\.value)
  var history: [Epoch] = []
  var lowest = Double.infinity
  for _ in 0..<epochs {
    let order = (0..<training.count).shuffled(using: &generator)
    var losses: [Double] = []
    for start in stride(from: 0, to: order.count, by: batchSize) {
      let (x, labels) = training.batch(at: order[start..<min(start + batchSize, order.count)])
      losses.append(network.step(x, labels: labels, with: &optimizer))
    }
    let (loss, accuracy) = evaluate(network, on: validation)
    let epoch = Epoch(
      trainingLoss: losses.reduce(0, +) / Double(losses.count), validationLoss: loss,
      validationAccuracy: accuracy)
    history.append(epoch)
    epochDone(epoch)
    if loss < lowest { (lowest, best) = (loss, network.parameters.map(\.value)) }
  }
  for (parameter, value) in zip(network.parameters, best) { parameter.value = value }
  return history
}

/// Returns the mean cross-entropy of all samples, without the penalty, and the fraction that is
/// classified correctly.
private func evaluate(_ network: GraphNet, on samples: Samples) -> (Double, Double) {
  var total = 0.0
  var right = 0
  for start in stride(from: 0, to: samples.count, by: 1000) {
    let (x, labels) = samples.batch(at: start..<min(start + 1000, samples.count))
    let logits = network.logits(x).value
    total += CrossEntropyFromLogits().forward(logits, labels: labels).loss * Double(labels.count)
    right += zip(logits.argmax(along: 1), labels).count { $0 == $1 }
  }
  return (total / Double(samples.count), Double(right) / Double(samples.count))
}
