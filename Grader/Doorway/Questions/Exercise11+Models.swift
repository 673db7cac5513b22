import Tensors

/// Sentences for a classifier with given parameters, whose cell is `given`.
public struct ReaderInput: LayerInput {
  /// The table; W, U and b; the weights and the bias of the affine layer.
  public var parameters: [Tensor]
  public var sentences: [[Int]]
  public var labels: [Int]

  public init(_ parameters: [Tensor], _ sentences: [[Int]], labels: [Int]) {
    self.parameters = parameters
    self.sentences = sentences
    self.labels = labels
  }

  public static let names = [
    "the table of the embedding", "W", "U", "b", "the weights of the affine layer",
    "the bias of the affine layer",
  ]

  public var differentiable: [Part] {
    get { zip(Self.names, parameters).map { Part($0, $1) } }
    set { parameters = newValue.map(\.value) }
  }

  public var others: [Part] { [Part("the labels", labels: labels)] }

  public var sizes: [Size] {
    [
      Size("N, the number of sentences", sentences.count),
      Size("C, the number of classes", parameters[5].shape[0]),
    ]
  }

  public var title: String? {
    let units = parameters[2].shape[0]
    let isSmall = sentences.joined().count <= 3
    return "sentences \(isSmall ? "\(sentences)" : "of \(sentences.map(\.count)) words"), "
      + counted(units, "unit") + (parameters[0].elementType == .float32 ? " (float32)" : "")
      + (isSmall ? CellKind.formula(units: units) : "")
  }
}

extension Question
where Input == LayerRun<ReaderInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var sentenceLogits: Self { Self("11.classifier.logits") }
}

extension Question
where Input == LayerRun<ReaderInput>, Reply == LayerTrace<Double, NamedGradients> {
  public static var sentenceLoss: Self { Self("11.classifier.loss") }
}

/// Streams of characters for a model with given parameters, whose cell is `given`.
public struct CharactersInput: LayerInput {
  public var parameters: [Tensor]
  public var streams: [[Int]]

  /// Empty where the model is given none.
  public var state: [Tensor]

  public init(_ parameters: [Tensor], _ streams: [[Int]], state: [Tensor] = []) {
    self.parameters = parameters
    self.streams = streams
    self.state = state
  }

  public var differentiable: [Part] {
    get { zip(ReaderInput.names, parameters).map { Part($0, $1) } }
    set { parameters = newValue.map(\.value) }
  }

  public var others: [Part] { zip(StateTensors.names, state).map { Part($0, $1) } }

  public var sizes: [Size] {
    [
      Size("N, the number of streams", streams.count),
      Size("the number of characters in each", streams[0].count),
    ]
  }

  public var title: String? {
    let isSmall = streams.joined().count <= 4
    return
      (isSmall
      ? "the streams \(streams)"
      : "\(counted(streams.count, "stream")) of \(counted(streams[0].count, "character"))")
      + (state.isEmpty ? "" : ", from a given state")
      + (parameters[0].elementType == .float32 ? " (float32)" : "")
      + (isSmall ? CellKind.formula(units: parameters[2].shape[0]) : "")
  }
}

extension Question
where Input == LayerRun<CharactersInput>, Reply == LayerTrace<SequenceOutput, NoGradients> {
  /// The logits, in the place of outputs, and the state.
  public static var characterLogits: Self { Self("11.characters.logits") }
}

extension Question
where Input == LayerRun<CharactersInput>, Reply == LayerTrace<Double, NamedGradients> {
  public static var characterLoss: Self { Self("11.characters.loss") }
}

extension Question
where Input == LayerRun<CharactersInput>, Reply == LayerTrace<StateTensors, NoGradients> {
  /// The state that comes with the loss.
  public static var characterState: Self { Self("11.characters.state") }
}

/// How parameters are moved along clipped gradients.
public struct ClippingStep: Codable, Sendable, Equatable {
  public var learningRate: Double
  public var momentum: Double
  public var maximumNorm: Double

  public init(learningRate: Double, momentum: Double, maximumNorm: Double) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.maximumNorm = maximumNorm
  }
}

extension Question where Input == OptimizerRun<ClippingStep>, Reply == OptimizerTrace {
  /// The state of each is the norm that was returned.
  public static var clippedStep: Self { Self("11.step") }
}

/// A text whose neighbours are counted.
public struct BigramInput: PlainInput {
  public var text: [Int]
  public var characters: Int

  public init(_ text: [Int], characters: Int) {
    self.text = text
    self.characters = characters
  }

  public var title: String? { "the text \(text) of \(characters) characters" }
}

extension Question where Input == LayerRun<BigramInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var bigrams: Self { Self("11.bigrams") }
}

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Double, NoGradients> {
  /// Of log probabilities.
  public static var perplexity: Self { Self("11.perplexity") }
}

/// Characters to be drawn from the same logits, one after the other from one generator.
public struct CharacterDraws: Codable, Sendable, Titled {
  public var logits: Tensor
  public var temperature: Double
  public var count: Int
  public var seed: UInt64

  public init(_ logits: Tensor, temperature: Double, count: Int, seed: UInt64) {
    self.logits = logits
    self.temperature = temperature
    self.count = count
    self.seed = seed
  }

  public var title: String? { "\(counted(count, "draw")) at temperature \(temperature)" }
}

/// Characters, as their numbers.
public struct CharacterList: Answer {
  public var characters: [Int]

  public init(_ characters: [Int]) {
    self.characters = characters
  }

  public var parts: [Part] { [Part("the characters", Tensor(characters))] }
}

extension Question where Input == CharacterDraws, Reply == CharacterList {
  public static var characterDraws: Self { Self("11.drawn") }
}

/// A text to be written by a model with given parameters, whose cell is `given`.
public struct WritingInput: LayerInput {
  public var parameters: [Tensor]
  public var prompt: [Int]
  public var count: Int
  public var temperature: Double
  public var seed: UInt64

  /// How many texts are written, one after the other, by the same generator.
  public var texts = 1

  public init(
    _ parameters: [Tensor], prompt: [Int], count: Int, temperature: Double = 0, seed: UInt64 = 1
  ) {
    self.parameters = parameters
    self.prompt = prompt
    self.count = count
    self.temperature = temperature
    self.seed = seed
  }

  public var differentiable: [Part] {
    get { zip(ReaderInput.names, parameters).map { Part($0, $1) } }
    set { parameters = newValue.map(\.value) }
  }

  public var sizes: [Size] { [Size("the length of the prompt", prompt.count)] }

  public var title: String? {
    "\(counted(count, "character")) after \(prompt) at temperature \(temperature)"
      + CellKind.formula(units: parameters[2].shape[0])
  }
}

extension Question
where Input == LayerRun<WritingInput>, Reply == LayerTrace<CharacterList, NoGradients> {
  public static var writing: Self { Self("11.written") }
}
