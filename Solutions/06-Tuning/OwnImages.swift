import Datasets
import Exercise05
import Synchronization
import Tensors

/// Images, parted and scaled for a network of your own. One tenth is for looking after each epoch.
///
/// Read it; there is nothing to write here.
public struct OwnImages: Sendable {
  public let training: LabeledImages
  public let validation: LabeledImages

  /// Of the images to train on. All images are scaled by them.
  public let statistics: ChannelStatistics

  public init(_ images: LabeledImages, using generator: inout SeededGenerator) {
    (training, validation) = images.split(validationFraction: 0.1, using: &generator)
    statistics = training.channelStatistics()
  }

  /// The images to look at, as they are.
  public var validationSamples: Samples {
    Samples(labels: validation.labels) { statistics.standardized(validation.pixels(at: $0)) }
  }

  /// The images to train on, otherwise each time they are asked for, as `mine` says.
  public func trainingSamples(for mine: MyNetwork, seed: UInt64) -> Samples {
    let draws = Draws(seed: seed)
    return Samples(labels: training.labels) { indices in
      draws.vary(statistics.standardized(training.pixels(at: indices)), as: mine)
    }
  }

  /// What trains `mine`: its network, with its optimizer.
  public func solver(
    for mine: MyNetwork, using generator: inout SeededGenerator,
    epochDone: @escaping @Sendable (Epoch) -> Void = { _ in }
  ) -> Solver {
    let updates = mine.epochs * ((training.count + mine.batchSize - 1) / mine.batchSize)
    return Solver(
      network: mine.network(
        inputs: training.imageShape.reduce(1, *), classes: training.classNames.count,
        using: &generator),
      optimizer: mine.optimizer(updates: updates), batchSize: mine.batchSize, epochDone: epochDone)
  }
}

/// The generator of all variations.
private final class Draws: Sendable {
  private let generator: Mutex<SeededGenerator>

  init(seed: UInt64) {
    generator = Mutex(SeededGenerator(seed: seed))
  }

  func vary(_ images: Tensor, as mine: MyNetwork) -> Tensor {
    generator.withLock { mine.varied(images, using: &$0) }
  }
}
