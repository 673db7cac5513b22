import Tensors

/// Logits `[N, C]` with N labels, some of which may not count.
public struct SmoothedInput: LayerInput {
  public var logits: Tensor
  public var labels: [Int]
  public var smoothing: Double
  public var ignored: Int?

  public init(_ logits: Tensor, labels: [Int], smoothing: Double, ignored: Int? = nil) {
    self.logits = logits
    self.labels = labels
    self.smoothing = smoothing
    self.ignored = ignored
  }

  public var differentiable: [Part] {
    get { [Part("the logits", logits)] }
    set { logits = newValue[0].value }
  }

  public var others: [Part] { [Part("the labels", labels: labels)] }

  public var sizes: [Size] {
    [
      Size("N, the number of rows", logits.shape[0]),
      Size("C, the number of classes", logits.shape[1]),
      Size("the number of labels that count", labels.count { $0 != ignored }),
    ]
  }

  public var title: String? {
    "logits \(logits.shape), smoothing \((smoothing * 1e4).rounded() / 1e4)"
      + (ignored.map { ", labels \(labels), \($0) ignored" } ?? "")
      + (logits.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<SmoothedInput>, Reply == LayerTrace<Double, Tensor> {
  public static var smoothedLoss: Self { Self("12.smoothing") }
}

/// A schedule, and the steps whose rates are asked for.
public struct WarmupInput: PlainInput {
  public var width: Int
  public var warmup: Int
  public var factor: Double
  public var steps: [Int]

  public init(width: Int, warmup: Int, factor: Double, at steps: [Int]) {
    self.width = width
    self.warmup = warmup
    self.factor = factor
    self.steps = steps
  }

  public var title: String? {
    "width \(width), warmup \(warmup), factor \((factor * 1e4).rounded() / 1e4), steps \(steps)"
  }
}

extension Question where Input == LayerRun<WarmupInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var warmupRates: Self { Self("12.warmup") }
}

/// Lists of whole numbers: tokens, pairs of tokens, or bytes of a text.
public struct TokenRows: Answer {
  public var rows: [[Int]]

  public init(_ rows: [[Int]]) {
    self.rows = rows
  }

  public var parts: [Part] {
    rows.enumerated().map { Part("list \($0 + 1)", Tensor($1.map(Double.init))) }
  }
}

/// What a tokenizer has to do.
public enum TokenizerInput: PlainInput {
  /// To learn. The answer has two tokens for each merge, one merge behind the other.
  case learn([String], count: Int)

  /// To merge a pair into a token.
  case merge(pair: [Int], token: Int, tokens: [Int])

  /// To turn a text into tokens, by merges that it is told.
  case encode(String, merges: [[Int]])

  /// To turn tokens into a text, of which the bytes are the answer.
  case decode([Int], merges: [[Int]])

  public var title: String? {
    switch self {
    case .learn(let texts, let count):
      "\(texts.map(Self.short)), at most \(counted(count, "merge"))"
    case .merge(let pair, let token, let tokens): "pair \(pair) into \(token) in \(tokens)"
    case .encode(let text, let merges): "\(Self.short(text)) with merges \(merges)"
    case .decode(let tokens, let merges): "tokens \(tokens) with merges \(merges)"
    }
  }

  private static func short(_ text: String) -> String {
    text.count <= 40 ? "\"\(text)\"" : "\"\(text.prefix(40))…\""
  }
}

extension Question
where Input == LayerRun<TokenizerInput>, Reply == LayerTrace<TokenRows, NoGradients> {
  public static var tokenizer: Self { Self("12.tokenizer") }
}

extension Question
where Input == LayerRun<AnswerRows>, Reply == LayerTrace<TokenRows, NoGradients> {
  /// The inputs of all rows, and then their labels.
  public static var shiftedRows: Self { Self("12.shifted") }
}

/// Answers of different lengths, as tokens.
public struct AnswerRows: PlainInput {
  public var rows: [[Int]]

  public init(_ rows: [[Int]]) {
    self.rows = rows
  }

  public var title: String? { "answers \(rows)" }
}

/// A search among the texts of a made language, in which what comes next depends on all before.
public struct BeamInput: PlainInput {
  public var tokens: Int
  public var end: Int
  public var limit: Int

  /// How many beginnings are followed; greedily where it is nil.
  public var width: Int?
  public var lengthPower: Double

  /// How sure the language is, and how fond of ending.
  public var sureness: Double
  public var endBonus: Double
  public var seed: UInt64

  public init(
    tokens: Int, end: Int, limit: Int, width: Int?, lengthPower: Double = 0, sureness: Double = 1,
    endBonus: Double = 0, seed: UInt64
  ) {
    self.tokens = tokens
    self.end = end
    self.limit = limit
    self.width = width
    self.lengthPower = lengthPower
    self.sureness = sureness
    self.endBonus = endBonus
    self.seed = seed
  }

  public var title: String? {
    "\(tokens) tokens, end \(end), limit \(limit)"
      + (width.map { ", width \($0), lengthPower \((lengthPower * 1e4).rounded() / 1e4)" } ?? "")
  }

  /// What comes behind each of its beginnings, where it is so small that somebody can follow.
  public var others: [Part] {
    guard tokens <= 3, limit <= 2 else { return [] }
    let beginnings = limit == 1 ? [[]] : [[]] + (0..<tokens).filter { $0 != end }.map { [$0] }
    return beginnings.map {
      Part("log p of each token behind \($0.isEmpty ? "nothing" : "\($0)")", next($0))
    }
  }

  /// Returns the logarithms of the probabilities of what comes behind `text`.
  public func next(_ text: [Int]) -> Tensor {
    var word = seed
    for token in text { word = (word ^ UInt64(bitPattern: Int64(token + 1))) &* 0x100_0000_01B3 }
    var generator = SeededGenerator(seed: word)
    var scores = sureness * Tensor(normal: [tokens], using: &generator)
    scores.mutateEntries { $0[end] += endBonus }
    let shifted = scores - scores.max()
    return shifted - log(exp(shifted).sum())
  }
}

/// What was found, and its score; 0 where nobody asks for it.
public struct FoundText: Answer {
  public var tokens: [Int]
  public var score: Double

  public init(_ tokens: [Int], score: Double = 0) {
    self.tokens = tokens
    self.score = score
  }

  public var parts: [Part] {
    [Part("the tokens", Tensor(tokens.map(Double.init))), Part("the score", Tensor(score))]
  }
}

extension Question where Input == LayerRun<BeamInput>, Reply == LayerTrace<FoundText, NoGradients> {
  public static var decoding: Self { Self("12.decoding") }
}
