import Tensors

/// The samples of a data set in batches: one pass over all of them, an epoch.
///
///     var loader = DataLoader(dataset, batchSize: 128, shuffles: true, seed: 7)
///     for epoch in 0..<10 {
///       loader.epoch = epoch
///       for batch in loader { … }
///     }
///
/// Where it shuffles, `seed` and `epoch` decide the order and all that the transform draws: the same
/// two give the same batches, whoever asks and whenever; another epoch gives others.
public struct DataLoader: Sequence, Sendable {
  public var dataset: any Dataset
  public var batchSize: Int
  public var shuffles: Bool

  /// Whether a last batch that is not full is left out.
  public var dropsLast: Bool
  public var transform: any Transform
  public var seed: UInt64

  /// The number of the epoch that an iterator passes, from 0.
  public var epoch = 0

  public init(
    _ dataset: any Dataset, batchSize: Int, shuffles: Bool = false, dropsLast: Bool = false,
    transform: any Transform = Compose([]), seed: UInt64 = 0
  ) {
    self.dataset = dataset
    self.batchSize = batchSize
    self.shuffles = shuffles
    self.dropsLast = dropsLast
    self.transform = transform
    self.seed = seed
  }

  /// The number of batches of an epoch.
  public var count: Int {
    // begin 3.15: 10 samples in batches of 4. And if the last is dropped?
    dropsLast ? dataset.count / batchSize : (dataset.count + batchSize - 1) / batchSize
    // end
  }

  /// Begins the epoch. Each iterator goes its own way.
  public func makeIterator() -> BatchIterator { BatchIterator(self) }
}

/// A place in an epoch.
public struct BatchIterator: IteratorProtocol {
  private let loader: DataLoader

  /// The numbers of all samples, in the order of this epoch.
  private let order: [Int]

  /// How many batches have been handed out.
  private var position = 0
  private var generator: SeededGenerator

  public init(_ loader: DataLoader) {
    // begin 3.16: A generator of this epoch's own. What does it have to depend on?
    self.loader = loader
    generator = SeededGenerator(seed: loader.seed &* 1_000_003 &+ UInt64(loader.epoch))
    let numbers = Array(0..<loader.dataset.count)
    order = loader.shuffles ? numbers.shuffled(using: &generator) : numbers
    // end
  }

  /// Returns the next batch, every image of it transformed; nil at the end of the epoch.
  public mutating func next() -> Batch? {
    // begin 3.17: When is it over? Read the samples of this batch, and no others.
    guard position < loader.count else { return nil }
    let start = position * loader.batchSize
    position += 1
    var images: [Tensor] = []
    var labels: [Int] = []
    for index in order[start..<min(start + loader.batchSize, order.count)] {
      let sample = loader.dataset.sample(at: index)
      let image = loader.transform.apply(to: sample.image, using: &generator)
      images.append(image.expandingAxis(at: 0))  // [1, …]
      labels.append(sample.label)
    }
    return Batch(images: Tensor(concatenating: images, along: 0), labels: labels)
    // end
  }
}

/// Some samples, for one step of training.
public struct Batch: Sendable, Equatable {
  /// `[N, …]`: N images, one behind the other.
  public var images: Tensor

  /// N labels, in the order of the images.
  public var labels: [Int]

  public init(images: Tensor, labels: [Int]) {
    self.images = images
    self.labels = labels
  }
}
