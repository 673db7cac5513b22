import Datasets
import Exercise06
import Tensors

/// Additions as rows of tokens, one a character.
///
/// Read it; there is nothing to write here.
public enum AdditionText {
  /// What there is beside padding, start and end, which are tokens 0 to 2.
  private static let characters = Array("0123456789+")

  /// How many tokens there are.
  public static let tokenCount = characters.count + 3

  public static func encode(_ text: String) -> [Int] {
    text.compactMap { characters.firstIndex(of: $0) }.map { $0 + 3 }
  }

  public static func decode(_ tokens: [Int]) -> String {
    String(tokens.compactMap { characters.indices.contains($0 - 3) ? characters[$0 - 3] : nil })
  }
}

/// How a transformer learns to add.
///
/// Read it; there is nothing to write here.
public struct AdditionTraining: Sendable {
  public var width = 64
  public var heads = 4
  public var hidden = 128
  public var blocks = 1

  /// The numbers that are added have 1 to so many digits.
  public var digits = 2
  public var batchSize = 128
  public var steps = 1200
  public var warmup = 200
  public var rateFactor = 1.0
  public var smoothing = 0.0

  public init() {}

  /// A new transformer.
  public func start(using generator: inout some RandomNumberGenerator) -> Transformer {
    Transformer(
      tokens: AdditionText.tokenCount, width: width, heads: heads, hidden: hidden,
      encoderBlocks: blocks, decoderBlocks: blocks, using: &generator)
  }

  /// Trains `transformer` for `steps` steps, each on additions of its own. Returns the loss of each.
  ///
  /// - Parameter stepDone: Called with the number of the step, from 1, its loss, and the transformer.
  public func train(
    _ transformer: inout Transformer, seed: UInt64,
    stepDone: (_ step: Int, _ loss: Double, _ transformer: Transformer) -> Void = { _, _, _ in }
  ) -> [Double] {
    let schedule = WarmupSchedule(width: width, warmup: warmup, factor: rateFactor)
    var optimizer = Adam(learningRate: 0, beta1: 0.9, beta2: 0.98, epsilon: 1e-9)
    // Training needs the speed of float32 more than its digits.
    transformer.parameters = transformer.parameters.map { $0.converted(to: .float32) }
    let problems = Additions.training(count: steps * batchSize, digits: digits, seed: seed)
    return (1...steps).map { step in
      let batch = problems[(step - 1) * batchSize..<step * batchSize]
      let (loss, gradients) = transformer.loss(
        source: batch.map { AdditionText.encode($0.question) },
        answers: batch.map { AdditionText.encode($0.answer) }, smoothing: smoothing)
      optimizer.learningRate = schedule.learningRate(at: step)
      optimizer.update(&transformer.parameters, along: clipped(gradients, toNorm: 1).gradients)
      stepDone(step, loss, transformer)
      return loss
    }
  }
}

extension Transformer {
  /// Returns what the transformer writes behind a question such as "12+34".
  public func answer(to question: String, limit: Int = 8) -> String {
    var writing = begin([AdditionText.encode(question)])
    let tokens = greedyDecode(end: Token.end, limit: limit) { tokens in
      let last = tokens.last ?? Token.start
      return write([last], to: &writing).row(0)
    }
    return AdditionText.decode(tokens)
  }
}
