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

	/// How many samples have been handed out.
	private var position = 0
	private var generator: SeededGenerator

	public init(_ loader: DataLoader) {
		self.loader = loader
		var g = SeededGenerator(seed: loader.seed)
		let fromSeed = g.next()
		g = SeededGenerator(seed: fromSeed ^ UInt64(truncatingIfNeeded: loader.epoch))
		// sorted by random keys; the number decides where two keys are the same, which does not happen
		if loader.shuffles {
			let keys = (0..<loader.dataset.count).map { _ in g.next() }
			order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
		} else {
			order = Array(0..<loader.dataset.count)
		}
		generator = g
	}

	/// Returns the next batch, every image of it transformed; nil at the end of the epoch.
	public mutating func next() -> Batch? {
		let left = order.count - position
		guard left > 0, left >= loader.batchSize || !loader.dropsLast else { return nil }
		let size = left < loader.batchSize ? left : loader.batchSize
		let samples = order[position..<(position + size)].map { loader.dataset.sample(at: $0) }
		position += size
		let images = samples.map { loader.transform.apply(to: $0.image, using: &generator) }
		return Batch(
			images: Tensor(concatenating: images.map { $0.reshaped(to: [1] + $0.shape) }, along: 0),
			labels: samples.map(\.label))
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
