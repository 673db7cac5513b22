import Tensors

/// The sizes of a transformer.
public struct TransformerSizes: Codable, Sendable, Equatable {
  public var tokens: Int
  public var width: Int
  public var heads: Int
  public var hidden: Int
  public var encoderBlocks: Int
  public var decoderBlocks: Int

  public init(
    tokens: Int, width: Int, heads: Int, hidden: Int, encoderBlocks: Int, decoderBlocks: Int
  ) {
    self.tokens = tokens
    self.width = width
    self.heads = heads
    self.hidden = hidden
    self.encoderBlocks = encoderBlocks
    self.decoderBlocks = decoderBlocks
  }

  /// What its parameters are called, and their shapes, in their order.
  public var parameters: [(name: String, shape: [Int])] {
    func block(_ kind: BlockKind, _ owner: String) -> [(name: String, shape: [Int])] {
      zip(kind.names, kind.shapes(width: width, hidden: hidden)).map { ("\($0) (\(owner))", $1) }
    }
    let norm = BlockKind.norm(epsilon: 0)
    return [("the table", [tokens, width])]
      + (0..<encoderBlocks).flatMap {
        block(.encoder(isNormBefore: true), "encoder block \($0 + 1)")
      } + block(norm, "encoderNorm")
      + (0..<decoderBlocks).flatMap {
        block(.decoder(isNormBefore: true), "decoder block \($0 + 1)")
      } + block(norm, "decoderNorm")
      + [("the weights of output", [width, tokens]), ("the bias of output", [tokens])]
  }
}

/// A batch for a transformer with given parameters: source, and what the decoder reads; or, where a loss
/// is asked for, what it should write.
public struct TransformerInput: LayerInput {
  public var network: TransformerSizes
  public var parameters: [Tensor]
  public var source: [[Int]]
  public var target: [[Int]]
  public var smoothing: Double

  public init(
    _ network: TransformerSizes, parameters: [Tensor], source: [[Int]], target: [[Int]],
    smoothing: Double = 0
  ) {
    self.network = network
    self.parameters = parameters
    self.source = source
    self.target = target
    self.smoothing = smoothing
  }

  public var differentiable: [Part] {
    get { zip(network.parameters, parameters).map { Part($0.name, $1) } }
    set { parameters = newValue.map(\.value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of rows", source.count),
      Size("T, the number of positions", target.map(\.count).max() ?? 0),
      Size("the number of blocks of the encoder", network.encoderBlocks),
      Size("the number of blocks of the decoder", network.decoderBlocks),
    ]
  }

  public var title: String? {
    "source \(source), target \(target), \(network.encoderBlocks) and \(network.decoderBlocks) blocks "
      + "of width \(network.width)"
      + (smoothing > 0 ? ", smoothing \((smoothing * 1e4).rounded() / 1e4)" : "")
      + (parameters.contains { $0.elementType == .float32 } ? " (float32)" : "")
  }
}

/// The gradients at the parameters of a transformer, in their order.
public struct TransformerGradients: Answer {
  public var network: TransformerSizes
  public var tensors: [Tensor]

  public init(_ network: TransformerSizes, _ tensors: [Tensor]) {
    self.network = network
    self.tensors = tensors
  }

  public var parts: [Part] {
    let names = network.encoderBlocks + network.decoderBlocks < 100 ? network.parameters : []
    return tensors.enumerated().map { i, tensor in
      Part("the gradient at \(i < names.count ? names[i].name : "a parameter too many")", tensor)
    }
  }
}

extension Question
where Input == LayerRun<TransformerInput>, Reply == LayerTrace<Tensor, TransformerGradients> {
  /// The logits `[N, T, V]`.
  public static var transformerLogits: Self { Self("12.transformer.logits") }
}

extension Question
where Input == LayerRun<TransformerInput>, Reply == LayerTrace<Double, TransformerGradients> {
  public static var transformerLoss: Self { Self("12.transformer.loss") }
}

extension Question
where Input == LayerRun<TransformerInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// The logits `[N, T, V]` behind each token of the target, which is written token by token; all
  /// inputs by turns.
  public static var writtenLogits: Self { Self("12.writing") }
}

/// A transformer to be trained on additions.
public struct AdditionRun: Codable, Sendable, Titled {
  public var steps: Int
  public var batchSize: Int
  public var warmup: Int
  public var rateFactor: Double
  public var seed: UInt64

  public init(steps: Int, batchSize: Int, warmup: Int, rateFactor: Double, seed: UInt64) {
    self.steps = steps
    self.batchSize = batchSize
    self.warmup = warmup
    self.rateFactor = rateFactor
    self.seed = seed
  }

  public var title: String? { "\(counted(steps, "step")) of \(counted(batchSize, "addition"))" }
}

extension Question where Input == AdditionRun, Reply == TrainingCurve {
  /// Trains a transformer, which is kept for `additionAnswers`. The losses of training are those of the
  /// steps, of validation there are none.
  public static var additionTraining: Self { Self("12.addition.train") }
}

/// Questions such as "12+34".
public struct AdditionQuestions: Codable, Sendable, Titled {
  public var questions: [String]

  public init(_ questions: [String]) {
    self.questions = questions
  }

  public var title: String? { "\(questions.count) additions" }
}

/// What was written behind each.
public struct WrittenAnswers: Answer {
  public var texts: [String]

  public init(_ texts: [String]) {
    self.texts = texts
  }

  public var parts: [Part] {
    texts.map { Part("an answer", Tensor($0.utf8.map { Double($0) })) }
  }
}

extension Question where Input == AdditionQuestions, Reply == WrittenAnswers {
  public static var additionAnswers: Self { Self("12.addition.answers") }
}
