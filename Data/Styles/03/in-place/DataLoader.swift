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
    dropsLast ? dataset.count / batchSize : (dataset.count + batchSize - 1) / batchSize
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
    self.loader = loader
    generator = SeededGenerator(seed: loader.seed &+ UInt64(loader.epoch) &* 0x9E37_79B9_7F4A_7C15)
    let numbers = Array(0..<loader.dataset.count)
    order = loader.shuffles ? numbers.shuffled(using: &generator) : numbers
  }

  /// Returns the next batch, every image of it transformed; nil at the end of the epoch.
  public mutating func next() -> Batch? {
    let start = position * loader.batchSize
    let end = min(start + loader.batchSize, order.count)
    if start >= end || loader.dropsLast && end - start < loader.batchSize { return nil }
    position += 1
    var batch: Tensor?
    var labels: [Int] = []
    for (row, index) in order[start..<end].enumerated() {
      let sample = loader.dataset.sample(at: index)
      labels.append(sample.label)
      let image = loader.transform.apply(to: sample.image, using: &generator)
      if batch == nil {
        batch = Tensor(zeros: [end - start] + image.shape).converted(to: image.elementType)
      }
      batch?[row..<row + 1] = image.expandingAxis(at: 0)
    }
    return batch.map { Batch(images: $0, labels: labels) }
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
