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
    var batches = 0
    var rest = dataset.count
    while rest >= batchSize {
      rest -= batchSize
      batches += 1
    }
    return !dropsLast && rest > 0 ? batches + 1 : batches
  }

  /// Begins the epoch. Each iterator goes its own way.
  public func makeIterator() -> BatchIterator { BatchIterator(self) }
}

/// A place in an epoch.
public struct BatchIterator: IteratorProtocol {
  private let loader: DataLoader

  /// The numbers of all samples, in the order of this epoch.
  private let order: [Int]

  private var waiting: ArraySlice<[Int]> = []
  private var generator: SeededGenerator

  public init(_ loader: DataLoader) {
    self.loader = loader
    generator = SeededGenerator(seed: loader.seed &+ 0xD1B5_4A32_D192_ED03 &* UInt64(truncatingIfNeeded: loader.epoch))
    var rest = Array(0..<loader.dataset.count)
    if loader.shuffles {
      // Reverse first: any fixed order is as good as another one to begin with.
      rest.reverse()
      rest.shuffle(using: &generator)
    }
    order = rest
    waiting = stride(from: 0, to: order.count, by: loader.batchSize).map { [rest] in
      Array(rest[$0..<Swift.min($0 + loader.batchSize, rest.count)])
    }.filter { $0.count == loader.batchSize || !loader.dropsLast }[...]
  }

  /// Returns the next batch, every image of it transformed; nil at the end of the epoch.
  public mutating func next() -> Batch? {
    guard let numbers = waiting.popFirst() else { return nil }
    var images: Tensor?
    var labels: [Int] = []
    for number in numbers {
      let sample = loader.dataset.sample(at: number)
      let image = loader.transform.apply(to: sample.image, using: &generator).expandingAxis(at: 0)
      images = images.map { $0.concatenated(with: image, along: 0) } ?? image
      labels += [sample.label]
    }
    return images.map { Batch(images: $0, labels: labels) }
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
