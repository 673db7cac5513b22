import Datasets
import Exercise05
import Tensors

/// What has become of a network of your own: its parameters, and what was done to the images that it saw.
///
/// Read it; there is nothing to write here.
public struct TrainedNetwork: Sendable {
  public var network: ClassificationNet
  public var statistics: ChannelStatistics

  /// The epochs that were made.
  public var history: [Epoch] = []

  public init(network: ClassificationNet, statistics: ChannelStatistics) {
    self.network = network
    self.statistics = statistics
  }

  /// Trains `mine` on nine tenths of the images, and looks at the others after each epoch: what is left
  /// is the network with the lowest loss on those.
  public init(
    training mine: MyNetwork, on images: LabeledImages, seed: UInt64,
    epochDone: @escaping @Sendable (Epoch) -> Void = { _ in }
  ) {
    var generator = SeededGenerator(seed: seed)
    let images = OwnImages(images, using: &generator)
    let samples = images.trainingSamples(for: mine, seed: generator.next())
    var solver = images.solver(for: mine, using: &generator, epochDone: epochDone)
    history = solver.train(
      on: samples, validatingOn: images.validationSamples, epochs: mine.epochs, using: &generator)
    (network, statistics) = (solver.network, images.statistics)
  }

  /// Returns the class of each image.
  public func predictions(for images: Images) -> [Int] {
    network.predictions(for: statistics.standardized(images.pixels(in: 0..<images.count)))
  }
}

extension MyNetwork {
  /// Draws `count` settings from `ranges`, and trains a network with each of them for `epochs` epochs,
  /// on the same images: your own search. A run ends early when two epochs have brought nothing.
  public static func searched(
    on images: LabeledImages, count: Int, epochs: Int, seed: UInt64,
    epochDone: @escaping @Sendable (Epoch) -> Void = { _ in }
  ) -> [Run] {
    var generator = SeededGenerator(seed: seed)
    let images = OwnImages(images, using: &generator)
    let settings = randomSettings(ranges, count: count, using: &generator)
    return search(settings, epochs: epochs, stopping: EarlyStopping(patience: 2)) { settings in
      var mine = MyNetwork(drawn: settings)
      mine.epochs = epochs
      var generator = SeededGenerator(seed: seed)
      let samples = images.trainingSamples(for: mine, seed: seed)
      var solver = images.solver(for: mine, using: &generator)
      return {
        let trainingLoss = solver.trainEpoch(on: samples, using: &generator)
        let (loss, accuracy) = solver.evaluate(on: images.validationSamples)
        epochDone(
          Epoch(trainingLoss: trainingLoss, validationLoss: loss, validationAccuracy: accuracy))
        return loss
      }
    }
  }
}
