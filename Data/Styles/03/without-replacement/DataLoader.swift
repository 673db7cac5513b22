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

  /// How many batches have been handed out.
  private var position = 0
  private var generator: SeededGenerator

  public init(_ loader: DataLoader) {
    self.loader = loader
    var zufall = SeededGenerator(seed: UInt64(truncatingIfNeeded: loader.epoch) &* 0x1000_0000_01B3 ^ loader.seed)
    var reihe: [Int] = []
    for nummer in 0..<loader.dataset.count {
      // inside-out
      reihe.append(nummer)
      if loader.shuffles { reihe.swapAt(nummer, Int.random(in: 0...nummer, using: &zufall)) }
    }
    order = reihe
    generator = zufall
  }

  private mutating func naechste(_ nummer: Int) -> Sample {
    var probe = loader.dataset.sample(at: nummer)
    probe.image = loader.transform.apply(to: probe.image, using: &generator)
    return probe
  }

  /// Returns the next batch, every image of it transformed; nil at the end of the epoch.
  public mutating func next() -> Batch? {
    let von = position * loader.batchSize
    let bis = von + loader.batchSize <= order.count ? von + loader.batchSize : order.count
    if position >= loader.count { return nil }
    position += 1
    let erste = naechste(order[von])
    var stapel = Tensor(zeros: [1] + erste.image.shape).converted(to: erste.image.elementType)
    stapel += erste.image
    var klassen = [erste.label]
    for nummer in order[von..<bis].dropFirst() {
      let probe = naechste(nummer)
      stapel = Tensor(concatenating: [stapel, probe.image.expandingAxis(at: 0)], along: 0)
      klassen.append(probe.label)
    }
    return Batch(images: stapel, labels: klassen)
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
