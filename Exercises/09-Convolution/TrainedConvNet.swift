import Datasets
import Exercise05
import Exercise06
import Tensors

/// What has become of a convolutional network: itself, and what was done to the images that it saw.
///
/// Read it; there is nothing to write here.
public struct TrainedConvNet: Sendable {
  public var network: Chain
  public var statistics: ChannelStatistics

  /// The epochs that were made.
  public var history: [Epoch] = []

  public init(network: Chain, statistics: ChannelStatistics) {
    self.network = network
    self.statistics = statistics
  }

  /// Trains `mine` on nineteen of twenty images in `float32`, and looks at the others after each epoch.
  /// What is left is the network after the last.
  public init(
    training mine: MyConvNet, on images: LabeledImages, seed: UInt64,
    epochDone: (Epoch) -> Void = { _ in }
  ) {
    var generator = SeededGenerator(seed: seed)
    let (training, validation) = images.split(validationFraction: 0.05, using: &generator)
    statistics = training.channelStatistics()
    network = mine.network(
      image: images.imageShape, classes: images.classNames.count, using: &generator)
    network.convertToFloat32()
    let updates = (training.count + mine.batchSize - 1) / mine.batchSize
    var optimizer = mine.optimizer(updates: mine.epochs * updates)
    for _ in 0..<mine.epochs {
      let order = (0..<training.count).shuffled(using: &generator)
      var losses: [Double] = []
      for start in stride(from: 0, to: order.count, by: mine.batchSize) {
        let batch = Array(order[start..<min(start + mine.batchSize, order.count)])
        let x = mine.varied(statistics.standardized(training.pixels(at: batch)), using: &generator)
        let crossEntropy = CrossEntropyFromLogits()
        losses.append(
          network.step(x, with: &optimizer) { logits in
            let labels = batch.map { training.labels[$0] }
            let (loss, cache) = crossEntropy.forward(logits, labels: labels)
            return (loss, crossEntropy.backward(cache: cache, labels: labels))
          })
      }
      let (loss, accuracy) = evaluate(on: validation)
      let epoch = Epoch(
        trainingLoss: losses.reduce(0, +) / Double(losses.count), validationLoss: loss,
        validationAccuracy: accuracy)
      history.append(epoch)
      epochDone(epoch)
    }
  }

  /// Returns the class of each image.
  public func predictions(for images: Images) -> [Int] {
    var network = network
    return stride(from: 0, to: images.count, by: 250).flatMap { start in
      let x = statistics.standardized(
        images.pixels(in: start..<min(start + 250, images.count)))
      return network.forward(x, training: false).output.argmax(along: 1)
    }
  }

  private func evaluate(on images: LabeledImages) -> (loss: Double, accuracy: Double) {
    var network = network
    var (total, right) = (0.0, 0)
    for start in stride(from: 0, to: images.count, by: 250) {
      let batch = start..<min(start + 250, images.count)
      let x = statistics.standardized(images.pixels(at: Array(batch)))
      let logits = network.forward(x, training: false).output
      let labels = Array(images.labels[batch])
      total += CrossEntropyFromLogits().forward(logits, labels: labels).loss * Double(batch.count)
      right += zip(logits.argmax(along: 1), labels).count { $0 == $1 }
    }
    return (total / Double(images.count), Double(right) / Double(images.count))
  }
}

extension Chain {
  /// Makes a step along the gradients of a loss, which is given the output, and returns it and its
  /// gradient there. Returns the loss before the step.
  mutating func step(
    _ x: Tensor, with optimizer: inout any Optimizer,
    loss: (Tensor) -> (loss: Double, gradient: Tensor)
  ) -> Double {
    let (output, cache) = forward(x, training: true)
    let (loss, gradient) = loss(output)
    var moved = parameters
    optimizer.update(&moved, along: backward(gradient, cache: cache).parameters)
    parameters = moved
    return loss
  }

  /// Parameters and statistics in `float32`: half the memory, and less than half of the time.
  mutating func convertToFloat32() {
    parameters = parameters.map { $0.converted(to: .float32) }
    statistics = statistics.map { $0.converted(to: .float32) }
  }
}
