/// Short reviews with what they come to, made by code.
///
/// A review has one to three clauses, each of which praises or blames something with one adjective. What a
/// clause comes to is decided by the words around its adjective: "not", "never" and "hardly" turn it round, and
/// so do "nobody says that" and "I doubt that", far in front of it; "very" doubles it, "slightly" halves it.
/// A clause behind "but" counts three times. Who only counts words cannot see which of them belong together.
///
/// Every machine makes the same reviews.
public struct SyntheticReviews: Sendable {
  /// Each as numbers of `words`. 0 is none of them: it is for padding.
  public let sentences: [[Int]]

  /// 1 where the review praises all in all, 0 where it blames. Half of them are.
  public let labels: [Int]

  /// The first reviews of `seed`.
  public init(count: Int, seed: UInt64) {
    let labels = (0..<count).map { index in
      var draws = Draws(seed: seed, stream: 13, index: index / 2)
      return (draws.below(2) + index) % 2
    }
    sentences = labels.enumerated().map { index, label in
      var draws = Draws(seed: seed, stream: 11, index: index)
      while true {
        let review = Review(&draws)
        // What nearly cancels is left out: it would say nothing.
        if abs(review.value) >= 1, (review.value > 0) == (label == 1) {
          return review.words.map { Self.numbers[$0] ?? 0 }
        }
      }
    }
    self.labels = labels
  }

  /// A review as it reads.
  public static func text(of sentence: [Int]) -> String {
    sentence.map { words[$0] }.joined(separator: " ")
  }

  /// All words, the first of which stands for none.
  public static let words: [String] = {
    let all = Review.allPhrases.flatMap { $0.split(separator: " ").map(String.init) }
    return ["_"] + Set(all).sorted()
  }()

  private static let numbers = Dictionary(
    uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
}

/// One review while it is made.
private struct Review {
  private(set) var words: [String] = []

  /// Above 0 where it praises.
  private(set) var value = 0.0

  init(_ draws: inout Draws) {
    for clause in 0...draws.below(3) {
      var weight = 1.0
      if clause > 0 {
        let isTurn = draws.below(5) < 2
        add(isTurn ? "but" : draws.one(of: ["and", ",", "."]))
        if isTurn { weight = 3 }
      }
      addClause(&draws, weight)
    }
    add(".")
  }

  private mutating func addClause(_ draws: inout Draws, _ weight: Double) {
    var worth = weight
    if draws.below(3) == 0 {
      let turns = draws.below(2) == 0
      add(draws.one(of: turns ? Self.doubts : Self.assents))
      if turns { worth.negate() }
    }
    add(draws.one(of: Self.subjects))
    if draws.below(3) == 0 { add(draws.one(of: Self.asides)) }
    add(draws.one(of: Self.verbs))
    if draws.below(5) < 2 {
      add(draws.one(of: Self.negations))
      worth.negate()
    }
    switch draws.below(6) {
    case 0, 1:
      add(draws.one(of: Self.strong))
      worth *= 2
    case 2:
      add(draws.one(of: Self.weak))
      worth /= 2
    default: break
    }
    let praises = draws.below(2) == 0
    add(draws.one(of: praises ? Self.good : Self.bad))
    value += praises ? worth : -worth
  }

  private mutating func add(_ phrase: String) {
    words += phrase.split(separator: " ").map(String.init)
  }

  static let doubts = [
    "nobody says that", "i doubt that", "it is wrong that", "no friend of mine thinks that",
  ]
  static let assents = [
    "everybody says that", "i know that", "it is true that", "a friend of mine thinks that",
  ]
  static let subjects = [
    "the plot", "the acting", "the music", "the ending", "this film", "the first hour",
    "the camera", "the dialogue", "the cast", "the story of the two sisters", "every scene",
  ]
  static let asides = [
    "in my eyes", "to be honest", "for a film of this kind", "after all", "again",
  ]
  static let verbs = ["was", "is", "seemed", "felt", "looked"]
  static let negations = ["not", "never", "hardly", "by no means"]
  static let strong = ["very", "really", "extremely"]
  static let weak = ["slightly", "somewhat"]
  static let good = [
    "good", "brilliant", "moving", "clever", "funny", "beautiful", "convincing", "fresh",
    "gripping",
    "charming",
  ]
  static let bad = [
    "bad", "dull", "tiresome", "stupid", "clumsy", "ugly", "hollow", "stale", "endless", "awkward",
  ]

  static let allPhrases =
    ["but", "and", ",", "."] + doubts + assents + subjects + asides + verbs + negations + strong
    + weak + good + bad
}

extension Draws {
  mutating func one(of phrases: [String]) -> String { phrases[below(phrases.count)] }
}
