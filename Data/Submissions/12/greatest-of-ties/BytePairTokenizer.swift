/// Turns text into tokens that stand for pieces of it, and back.
///
/// Tokens 0 to 255 are the bytes of UTF-8. Token 256 + i stands for the two tokens of `merges[i]`, one
/// after the other.
///
/// After Rico Sennrich, Barry Haddow and Alexandra Birch, "Neural machine translation of rare words with
/// subword units", 2016.
public struct BytePairTokenizer: Sendable, Equatable {
  /// Two neighbours in a text.
  public struct Pair: Hashable, Sendable {
    public var first: Int
    public var second: Int

    public init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// In the order in which they were learnt.
  public private(set) var merges: [Pair]

  /// A tokenizer that knows these merges.
  public init(merges: [Pair]) {
    self.merges = merges
  }

  /// A tokenizer that learns from `texts`: at first each is its bytes; then, up to `count` times, the
  /// most frequent pair of neighbours becomes a token of its own, wherever it stands.
  ///
  /// A pair is counted once for each place where it stands, also where two of its places overlap, and
  /// never across two texts. **Among equally frequent pairs the one with the smallest first token is
  /// taken; if there are several, of these the one with the smallest second.** It ends early when no
  /// pair is left that stands in two places or more.
  public init(learningFrom texts: [String], count: Int) {
    merges = []
    var rows = texts.map { $0.utf8.map(Int.init) }
    for _ in 0..<count {
      var places: [Pair: Int] = [:]
      for row in rows {
        for (first, second) in zip(row, row.dropFirst()) {
          places[Pair(first, second), default: 0] += 1
        }
      }
      let best = places.min {
        ($1.value, $1.key.first, $1.key.second) < ($0.value, $0.key.first, $0.key.second)
      }
      guard let best, best.value > 1 else { break }
      merges.append(best.key)
      let token = 255 + merges.count
      rows = rows.map { Self.merging(best.key, into: token, in: $0) }
    }
  }

  /// Returns `tokens` with `token` in the place of each `pair`, from left to right: what has become part
  /// of one is not part of the next.
  public static func merging(_ pair: Pair, into token: Int, in tokens: [Int]) -> [Int] {
    var merged: [Int] = []
    var i = 0
    while i < tokens.count {
      if i + 1 < tokens.count, tokens[i] == pair.first, tokens[i + 1] == pair.second {
        merged.append(token)
        i += 2
      } else {
        merged.append(tokens[i])
        i += 1
      }
    }
    return merged
  }

  /// Returns the tokens of `text`: its bytes, and then every merge in the order in which it was learnt,
  /// wherever it applies.
  public func encode(_ text: String) -> [Int] {
    var tokens = text.utf8.map(Int.init)
    for (i, pair) in merges.enumerated() {
      tokens = Self.merging(pair, into: 256 + i, in: tokens)
    }
    return tokens
  }

  /// Returns the text of `tokens`. Bytes that are no UTF-8, as a token cut out of a letter may leave
  /// them, become U+FFFD, as `String(decoding:as:)` has it.
  public func decode(_ tokens: [Int]) -> String {
    var rest = Array(tokens.reversed())
    var bytes: [UInt8] = []
    while let token = rest.popLast() {
      if token < 256 {
        bytes.append(UInt8(token))
      } else {
        rest.append(merges[token - 256].second)
        rest.append(merges[token - 256].first)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
