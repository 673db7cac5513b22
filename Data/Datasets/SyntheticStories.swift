/// A text made by code, to learn writing from: little stories about a few people, animals and places.
///
/// A story has a hero, of whom the next sentences speak as "he", "she" or "it"; and what was found in its
/// first sentence is what it ends with. Who knows only the character before cannot know any of that.
///
/// Every machine makes the same text.
public struct SyntheticStories: Sendable {
  /// Numbers of `characters`.
  public let text: [Int]

  /// All characters that occur.
  public static let characters = Array("\n ,.abcdefghijklmnopqrstuvwxyz")

  /// The first `count` characters of the stories of `seed`.
  public init(count: Int, seed: UInt64) {
    var text: [Int] = []
    var index = 0
    while text.count < count {
      var draws = Draws(seed: seed, stream: 12, index: index)
      text += Self.story(&draws).compactMap { Self.numbers[$0] }
      index += 1
    }
    self.text = Array(text.prefix(count))
  }

  /// Numbers of characters as they read.
  public static func string(_ text: some Sequence<Int>) -> String {
    String(text.map { characters[$0] })
  }

  /// Every word that occurs.
  public static let words: Set<String> = Set(
    (heroes.flatMap { [$0.name, $0.pronoun] } + traits + things + places + kinds + findings
      + movings
      + losings + feelings + helpers + [
        "the", "a", "in", "by", "one", "day", "and", "was", "then", "so",
      ])
      .flatMap { $0.split(separator: " ").map(String.init) })

  private static func story(_ draws: inout Draws) -> String {
    let hero = heroes[draws.below(heroes.count)]
    let name = "the \(draws.one(of: traits)) \(hero.name)"
    let thing = "\(draws.one(of: kinds)) \(draws.one(of: things))"
    let helper = "the \(draws.one(of: helpers))"
    var sentences = [
      "one day \(name) \(draws.one(of: findings)) a \(thing) \(draws.one(of: places))"
    ]
    if draws.below(2) == 0 {
      sentences.append("\(hero.pronoun) was \(draws.one(of: feelings))")
    }
    for _ in 0..<draws.below(3) {
      sentences.append("then \(hero.pronoun) \(draws.one(of: movings)) \(draws.one(of: places))")
    }
    if draws.below(2) == 0 {
      sentences.append(
        "\(helper) was \(draws.one(of: feelings)), and \(hero.pronoun) was \(draws.one(of: feelings))"
      )
    }
    sentences.append("so \(hero.pronoun) \(draws.one(of: losings)) the \(thing)")
    return sentences.joined(separator: ". ") + ".\n"
  }

  private static let numbers = Dictionary(
    uniqueKeysWithValues: characters.enumerated().map { ($1, $0) })

  private static let heroes: [(name: String, pronoun: String)] = [
    ("king", "he"), ("farmer", "he"), ("smith", "he"), ("queen", "she"), ("miller", "she"),
    ("witch", "she"), ("fox", "it"), ("owl", "it"), ("dragon", "it"),
  ]
  private static let traits = ["old", "young", "clever", "poor", "brave", "quiet"]
  private static let things = [
    "key", "stone", "crown", "map", "book", "feather", "lamp", "ring", "bell", "boat",
  ]
  private static let kinds = ["golden", "broken", "small", "heavy", "strange", "blue"]
  private static let places = [
    "in the forest", "by the river", "in the tower", "on the hill", "under the bridge",
    "in the garden", "behind the mill", "at the market",
  ]
  private static let findings = ["found", "saw", "lost", "stole", "wanted"]
  private static let movings = ["went for a walk", "slept", "looked around", "sang", "waited"]
  private static let losings = ["kept", "sold", "hid", "forgot", "threw away", "gave back"]
  private static let feelings = ["happy", "afraid", "tired", "hungry", "proud", "not surprised"]
  private static let helpers = ["bear", "knight", "baker", "cat", "hermit"]
}
