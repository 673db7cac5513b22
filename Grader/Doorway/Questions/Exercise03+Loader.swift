import Tensors

/// A loader over numbered samples, and iterators of it. Sample i has label `labels[i]` and the image
/// `[1, 1, 3]` that holds i, 0 and i / 7; where it is transformed, the 0 becomes a draw.
public struct LoaderRun: Codable, Sendable, Titled {
  public var labels: [Int]
  public var batchSize: Int
  public var shuffles: Bool
  public var dropsLast: Bool
  public var draws: Bool
  public var seed: UInt64

  /// The epoch of each iterator.
  public var epochs: [Int]

  /// Whether the iterators are asked by turns, a batch each, or one after the other.
  public var byTurns: Bool

  /// Whether images are of type `float32`.
  public var isSingle: Bool

  /// Whether the transform makes rows `[3]` of the images.
  public var flattens = false

  public var title: String? {
    "DataLoader of \(labels.count) samples, batch size \(batchSize)"
      + (dropsLast ? ", the last dropped" : "") + (shuffles ? ", shuffled" : "")
  }

  public init(
    labels: [Int], batchSize: Int, shuffles: Bool = false, dropsLast: Bool = false,
    draws: Bool = false, seed: UInt64, epochs: [Int] = [0], byTurns: Bool = false,
    isSingle: Bool = false
  ) {
    self.labels = labels
    self.batchSize = batchSize
    self.shuffles = shuffles
    self.dropsLast = dropsLast
    self.draws = draws
    self.seed = seed
    self.epochs = epochs
    self.byTurns = byTurns
    self.isSingle = isSingle
  }
}

/// What came out of a loader.
public struct LoaderTrace: Answer {
  public var count: Int

  /// The batches of each iterator.
  public var epochs: [[LoadedBatch]]

  /// How often the data set had been asked when the first batch was there.
  public var readsOfFirst: Int

  /// The samples that were read and are in no batch.
  public var unused: [Int] = []

  /// Whether a batch came from an iterator that had said it was at its end.
  public var beginsAgain = false

  public init(count: Int, epochs: [[LoadedBatch]], readsOfFirst: Int) {
    self.count = count
    self.epochs = epochs
    self.readsOfFirst = readsOfFirst
  }

  public var parts: [Part] {
    [Part("count", Tensor(Double(count))), Part("the readings", Tensor(Double(readsOfFirst)))]
      + epochs.flatMap { batches in
        batches.flatMap {
          [
            Part("the images of a batch", $0.images),
            Part("the labels of a batch", Tensor($0.labels)),
          ]
        }
      }
  }
}

public struct LoadedBatch: Codable, Sendable {
  public var images: Tensor
  public var labels: [Int]

  public init(images: Tensor, labels: [Int]) {
    self.images = images
    self.labels = labels
  }
}

extension Question where Input == LoaderRun, Reply == LoaderTrace {
  public static var loader: Self { Self("03.loader") }
}

/// Labels to be split, several times from one generator.
public struct SplitRun: Codable, Sendable, Titled {
  public enum Kind: Codable, Sendable {
    case split(validation: Double, test: Double)
    case folds(Int)
  }

  public var kind: Kind
  public var labels: [Int]
  public var isStratified: Bool
  public var times: Int
  public var seed: UInt64

  public var title: String? {
    let how = isStratified ? ", stratified" : ""
    return switch kind {
    case .split(let validation, let test):
      "split of \(labels.count) samples, validation \(validation), test \(test)\(how)"
    case .folds(let count): "folds of \(labels.count) samples, \(count) folds\(how)"
    }
  }

  public init(_ kind: Kind, of labels: [Int], isStratified: Bool, times: Int = 2, seed: UInt64) {
    self.kind = kind
    self.labels = labels
    self.isStratified = isStratified
    self.times = times
    self.seed = seed
  }
}

/// For each time the parts of a split: training, validation, test; or for each fold training and
/// validation.
public struct SplitParts: Answer {
  public var times: [[[Int]]]

  public init(_ times: [[[Int]]]) {
    self.times = times
  }

  public var parts: [Part] {
    times.joined().map { Part("a part", Tensor($0)) }
  }
}

extension Question where Input == SplitRun, Reply == SplitParts {
  public static var splits: Self { Self("03.splits") }
}
