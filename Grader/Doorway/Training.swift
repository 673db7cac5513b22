import Tensors

/// A training run on images.
public struct Training<Settings: TrainingSettings>: Codable, Sendable {
  public var source: ImageSource
  public var settings: Settings

  public init(on source: ImageSource, _ settings: Settings) {
    self.source = source
    self.settings = settings
  }
}

/// What there is to train on. Test images, or their labels, are never part of it.
public enum ImageSource: Codable, Sendable, Equatable {
  /// A folder with the training files of CIFAR-10.
  case folder(String)
  /// That many synthetic images, drawn by that seed.
  case synthetic(count: Int, seed: UInt64)
}

/// What an exercise's training can be told. Each exercise has its own.
public protocol TrainingSettings: Codable, Sendable {
  var epochs: Int { get set }

  /// In a line, for whoever watches.
  var summary: String { get }
}

/// How a student's own network is trained; what is not said here their file says.
public struct OwnSettings: TrainingSettings, Titled {
  /// The name of their file.
  public var file: String

  /// As many as the file says where it is 0.
  public var epochs: Int
  public var seed: UInt64

  public init(_ file: String, epochs: Int = 0, seed: UInt64) {
    self.file = file
    self.epochs = epochs
    self.seed = seed
  }

  public var summary: String { "\(words), seed \(seed)" }
  public var title: String? { words }

  private var words: String {
    "as \(file) says\(epochs > 0 ? ", but \(countOfEpochs(epochs))" : "")"
  }
}

/// Returns the number of epochs in words.
public func countOfEpochs(_ count: Int) -> String { counted(count, "epoch") }

/// "1 filter", "2 filters".
public func counted(_ count: Int, _ thing: String) -> String {
  "\(count) \(thing)\(count == 1 ? "" : "s")"
}

/// How far a training run has come.
public struct TrainingProgress: Codable, Sendable, Equatable {
  public var epoch: Int
  public var epochs: Int

  /// What is counted: "epoch", or "step" where every batch is new and there are no epochs.
  public var unit = "epoch"
  public var trainingLoss: Double

  /// Nil where nothing is validated, as in training without labels.
  public var validation: Validation?

  public struct Validation: Codable, Sendable, Equatable {
    public var loss: Double
    public var accuracy: Double

    public init(loss: Double, accuracy: Double) {
      self.loss = loss
      self.accuracy = accuracy
    }
  }

  public init(epoch: Int, epochs: Int, trainingLoss: Double, validation: Validation? = nil) {
    self.epoch = epoch
    self.epochs = epochs
    self.trainingLoss = trainingLoss
    self.validation = validation
  }
}

/// The losses of the epochs that a training run made.
public struct TrainingCurve: Answer {
  public var trainingLosses: [Double]
  public var validationLosses: [Double]

  public init(trainingLosses: [Double], validationLosses: [Double]) {
    self.trainingLosses = trainingLosses
    self.validationLosses = validationLosses
  }

  public var parts: [Part] {
    [
      Part("the training losses", Tensor(trainingLosses)),
      Part("the validation losses", Tensor(validationLosses)),
    ]
  }
}

/// Images without their labels: n times `shape` bytes, planes row-major.
public struct UnlabeledImages: Codable, Sendable {
  public var shape: [Int]
  public var bytes: Bytes

  public init(shape: [Int], bytes: Bytes) {
    self.shape = shape
    self.bytes = bytes
  }
}

/// The class of each of n images.
public struct Predictions: Answer {
  public var classes: [Int]

  public init(_ classes: [Int]) {
    self.classes = classes
  }

  public var parts: [Part] { [Part("the classes", Tensor(classes.map(Double.init)))] }
}

/// A random search for settings of a network.
public struct SettingsSearch: Codable, Sendable {
  public var source: ImageSource
  public var count: Int

  /// The most that each training may take.
  public var epochs: Int
  public var seed: UInt64

  public init(on source: ImageSource, count: Int, epochs: Int, seed: UInt64) {
    self.source = source
    self.count = count
    self.epochs = epochs
    self.seed = seed
  }
}

/// What came of settings that were tried, in the order of the trials.
public struct SearchLog: Answer {
  public struct Run: Codable, Sendable {
    public var settings: [String: Double]

    /// Those of validation, one an epoch.
    public var losses: [Double]

    public init(settings: [String: Double], losses: [Double]) {
      self.settings = settings
      self.losses = losses
    }
  }

  public var runs: [Run]

  public init(_ runs: [Run]) {
    self.runs = runs
  }

  public var parts: [Part] { runs.map { Part("the losses", Tensor($0.losses)) } }
}
