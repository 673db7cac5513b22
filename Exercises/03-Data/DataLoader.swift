import Tensors

/// The samples of a data set in batches: one pass over all of them, an epoch.
///
///     var loader = DataLoader(dataset, batchSize: 128, shuffles: true, seed: 7)
///     for epoch in 0..<10 {
///       loader.epoch = epoch
///       for batch in loader { … }
///     }
///
/// `seed` and `epoch` decide all that the transform draws and, where it shuffles, the order: the same
/// two give the same batches, whoever asks and whenever, in every run of a program. Another epoch
/// gives others, and so does another seed: epoch 1 of seed 7 is not epoch 0 of seed 8, and every one
/// of the 64 bits of a seed counts.
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

  /// The number of batches of an epoch. `batchSize` is 1 or more.
  public var count: Int {
    // TODO: 3.15  10 samples in batches of 4. And if the last is dropped?
    unfinished("3.15")
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
    // TODO: 3.16  A generator of this epoch's own. What does it have to depend on?
    unfinished("3.16")
  }

  /// Returns the next batch, every image of it transformed; nil at the end of the epoch, and whenever
  /// it is asked again after that.
  public mutating func next() -> Batch? {
    // TODO: 3.17  When is it over? Read the samples of this batch, and no others.
    unfinished("3.17")
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
