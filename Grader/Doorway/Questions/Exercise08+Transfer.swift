import Tensors

/// An autoencoder whose encoder becomes part of a classifier.
public struct HeadInput: Codable, Sendable {
  public var parameters: [Tensor]
  public var classes: Int
  public var seed: UInt64

  public init(_ parameters: [Tensor], classes: Int, seed: UInt64) {
    self.parameters = parameters
    self.classes = classes
    self.seed = seed
  }
}

extension Question where Input == HeadInput, Reply == NetParameters {
  public static var classifier: Self { Self("08.transfer.classifier") }
}

/// Images from which an autoencoder learns, as the student's settings say, but for those that are given.
public struct PretrainingInput: Codable, Sendable, Titled {
  public var images: UnlabeledImages
  public var seed: UInt64
  public var hidden: [Int]?
  public var epochs: Int?

  public init(
    _ images: UnlabeledImages, seed: UInt64, hidden: [Int]? = nil, epochs: Int? = nil
  ) {
    self.images = images
    self.seed = seed
    self.hidden = hidden
    self.epochs = epochs
  }

  public var title: String? {
    "\(images.bytes.data.count / max(images.shape.reduce(1, *), 1)) images \(images.shape)"
  }
}

/// An autoencoder after it has learnt: its parameters, and the losses that it told on the way.
public struct PretrainedNet: Answer {
  public var parameters: NetParameters
  public var losses: [Double]

  public init(parameters: [Tensor], losses: [Double]) {
    self.parameters = NetParameters(parameters)
    self.losses = losses
  }

  /// The losses alone: the parameters are nobody's but the student's.
  public var parts: [Part] { [Part("the losses", Tensor(losses))] }
}

extension Question where Input == PretrainingInput, Reply == PretrainedNet {
  public static var pretrained: Self { Self("08.transfer.pretrained") }
}

/// A network that is to learn a few labels, as the student's settings say, but for those that are given.
public struct TuningInput: Codable, Sendable, Titled {
  public var parameters: [Tensor]
  public var images: Tensor
  public var labels: [Int]
  public var seed: UInt64
  public var epochs: Int?

  /// Images of which such a network has to learn the same labels first.
  public var before: Tensor?

  public init(_ parameters: [Tensor], images: Tensor, labels: [Int], seed: UInt64) {
    self.parameters = parameters
    self.images = images
    self.labels = labels
    self.seed = seed
  }

  public var title: String? { "\(labels.count) images with their labels" }
}

/// A network after it has learnt, and its logits for the images that it has learnt from.
public struct TunedNet: Answer {
  public var parameters: NetParameters
  public var logits: Tensor

  public init(parameters: [Tensor], logits: Tensor) {
    self.parameters = NetParameters(parameters)
    self.logits = logits
  }

  public var parts: [Part] { [Part("the logits", logits)] }
}

extension Question where Input == TuningInput, Reply == TunedNet {
  public static var tuned: Self { Self("08.transfer.trained") }
}

/// A few images with their labels, and many without.
public struct TransferInput: Codable, Sendable, Titled {
  public var images: UnlabeledImages
  public var labels: [Int]
  public var unlabeled: UnlabeledImages
  public var classes: Int
  public var isPretrained: Bool
  public var seed: UInt64

  public init(
    images: UnlabeledImages, labels: [Int], unlabeled: UnlabeledImages, classes: Int,
    isPretrained: Bool, seed: UInt64
  ) {
    self.images = images
    self.labels = labels
    self.unlabeled = unlabeled
    self.classes = classes
    self.isPretrained = isPretrained
    self.seed = seed
  }

  public var title: String? {
    let size = unlabeled.shape.reduce(1, *)
    return "\(labels.count) labels\(isPretrained ? "" : " from scratch"), "
      + "\(unlabeled.bytes.data.count / max(size, 1)) images without"
  }
}

/// What became of a transfer: the losses of the autoencoder, none from scratch, and the logits of the
/// images with labels.
public struct TransferTrace: Answer {
  public var losses: [Double]
  public var logits: Tensor

  public init(losses: [Double], logits: Tensor) {
    self.losses = losses
    self.logits = logits
  }

  public var parts: [Part] {
    [Part("the losses", Tensor(losses)), Part("the logits", logits)]
  }
}

extension Question where Input == TransferInput, Reply == TransferTrace {
  /// Trains a classifier, and keeps it for `transferPredictions`.
  public static var transfer: Self { Self("08.transfer.train") }
}

extension Question where Input == UnlabeledImages, Reply == Predictions {
  public static var transferPredictions: Self { Self("08.transfer.predict") }
}
