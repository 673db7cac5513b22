import Datasets
import Exercise05
import Exercise09
import Tensors

/// What has become of a network for scenes.
///
/// Read it; there is nothing to write here.
public struct TrainedSegmentationNet: Sendable {
  public var network: Chain

  /// The mean loss of each epoch.
  public var losses: [Double] = []

  /// Trains `mine` on all scenes, in `float32`.
  ///
  /// - Parameter epochDone: Called with the losses so far as each epoch is done.
  public init(
    training mine: MySegmentationNet, on scenes: LabeledScenes, seed: UInt64,
    epochDone: ([Double]) -> Void = { _ in }
  ) {
    var generator = SeededGenerator(seed: seed)
    network = mine.network(
      image: scenes.images.shape, classes: scenes.classNames.count, using: &generator)
    network.parameters = network.parameters.map { $0.converted(to: .float32) }
    network.statistics = network.statistics.map { $0.converted(to: .float32) }
    let updates = (scenes.count + mine.batchSize - 1) / mine.batchSize
    var optimizer = mine.optimizer(updates: mine.epochs * updates)
    let crossEntropy = PixelCrossEntropy(ignored: LabeledScenes.ignored)
    for _ in 0..<mine.epochs {
      let order = (0..<scenes.count).shuffled(using: &generator)
      var sum = 0.0
      for start in stride(from: 0, to: scenes.count, by: mine.batchSize) {
        let batch = Array(order[start..<min(start + mine.batchSize, scenes.count)])
        let labels = scenes.labels(at: batch)
        let (logits, cache) = network.forward(
          Self.scaled(scenes.images.pixels(at: batch)), training: true)
        let (loss, lossCache) = crossEntropy.forward(logits, labels: labels)
        let upstream = crossEntropy.backward(cache: lossCache)
        var parameters = network.parameters
        optimizer.update(
          &parameters, along: network.backward(upstream, cache: cache).parameters)
        network.parameters = parameters
        sum += loss
      }
      losses.append(sum / Double(updates))
      epochDone(losses)
    }
  }

  /// Returns the class of each pixel: image by image, row by row.
  public func classes(in images: Images) -> [Int] {
    var network = network
    return stride(from: 0, to: images.count, by: 100).flatMap { start in
      let x = Self.scaled(images.pixels(in: start..<min(start + 100, images.count)))
      return foundClasses(in: network.forward(x, training: false).output)
    }
  }

  /// Pixels from 0 ... 1 to -2 ... 2.
  private static func scaled(_ pixels: Tensor) -> Tensor { 4 * pixels - 2 }
}
