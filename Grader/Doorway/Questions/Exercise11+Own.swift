import Tensors

/// How many of the made reviews, or of the characters of the made stories, a network of the student's own is
/// trained on, and for how many epochs: as many as the file says where it is 0.
public struct TextTraining: Codable, Sendable, Titled {
  public var count: Int
  public var epochs: Int
  public var seed: UInt64

  public init(count: Int, epochs: Int = 0, seed: UInt64) {
    self.count = count
    self.epochs = epochs
    self.seed = seed
  }

  public var title: String? {
    "a training on \(count) reviews or characters"
      + (epochs > 0 ? ", \(countOfEpochs(epochs))" : "")
  }
}

/// The mean loss of each epoch.
public struct EpochLosses: Answer {
  public var losses: [Double]

  public init(_ losses: [Double]) {
    self.losses = losses
  }

  public var parts: [Part] { [Part("the losses", Tensor(losses))] }
}

extension Question where Input == TextTraining, Reply == OwnShapes {
  /// The networks as they are before their training.
  public static var sentimentShapes: Self { Self("11.sentiment.shapes") }
  public static var characterShapes: Self { Self("11.character.shapes") }
}

extension Question where Input == TextTraining, Reply == EpochLosses {
  /// Each trains a network and keeps it for the questions below.
  public static var sentimentTraining: Self { Self("11.sentiment.train") }
  public static var characterTraining: Self { Self("11.character.train") }
}

extension Question where Input == SentencesInput, Reply == Predictions {
  public static var sentimentPredictions: Self { Self("11.sentiment.predict") }
}

extension Question where Input == SentencesInput, Reply == Tensor {
  /// The log probabilities of all characters behind each of some contexts, `[N, V]`.
  public static var nextCharacters: Self { Self("11.character.next") }
}

/// A text to be written by the trained network.
public struct OwnWriting: Codable, Sendable, Titled {
  public var prompt: [Int]
  public var count: Int
  public var temperature: Double
  public var seed: UInt64

  public init(prompt: [Int], count: Int, temperature: Double, seed: UInt64) {
    self.prompt = prompt
    self.count = count
    self.temperature = temperature
    self.seed = seed
  }

  public var title: String? { "\(count) characters at temperature \(temperature)" }
}

extension Question where Input == OwnWriting, Reply == CharacterList {
  public static var ownWriting: Self { Self("11.character.write") }
}
