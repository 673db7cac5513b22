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
    if dropsLast { return dataset.count / batchSize }
    return (dataset.count + batchSize - 1) / batchSize
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
    // Two streams: one for the order, one for the transform, split off a common one.
    var root = SeededGenerator(seed: loader.seed &* 6_364_136_223_846_793_005 &+ UInt64(bitPattern: Int64(loader.epoch)))
    var orderStream = SeededGenerator(seed: root.next())
    generator = SeededGenerator(seed: root.next())
    var cards = Array(0..<loader.dataset.count)
    if loader.shuffles {
      var i = cards.count - 1
      while i > 0 {
        cards.swapAt(i, Int.random(in: 0...i, using: &orderStream))
        i -= 1
      }
    }
    order = cards
  }

  /// Returns the next batch, every image of it transformed; nil at the end of the epoch.
  public mutating func next() -> Batch? {
    if position >= loader.count { return nil }
    defer { position += 1 }
    let mine = order.dropFirst(position * loader.batchSize).prefix(loader.batchSize)
    var labels = [Int]()
    var data = [Double]()
    var shape = [Int]()
    for i in mine {
      let s = loader.dataset.sample(at: i)
      let x = loader.transform.apply(to: s.image, using: &generator)
      shape = x.shape
      data += x.scalars
      labels.append(s.label)
    }
    return Batch(images: Tensor(shape: [mine.count] + shape, scalars: data), labels: labels)
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
