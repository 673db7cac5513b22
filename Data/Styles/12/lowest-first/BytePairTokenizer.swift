import Tensors

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
    var learnt: [Pair] = []
    var rows = texts.map { $0.utf8.map(Int.init) }
    for token in 256..<256 + max(count, 0) {
      var counts: [Pair: Int] = [:]
      rows.forEach { row in
        for i in row.indices.dropFirst() { counts[Pair(row[i - 1], row[i])] = (counts[Pair(row[i - 1], row[i])] ?? 0) + 1 }
      }
      let most = counts.values.max() ?? 0
      if most < 2 { break }
      let best = counts.filter { $0.value == most }.keys.sorted {
        $0.first == $1.first ? $0.second < $1.second : $0.first < $1.first
      }[0]
      for i in rows.indices { rows[i] = BytePairTokenizer.merging(best, into: token, in: rows[i]) }
      learnt.append(best)
    }
    self.init(merges: learnt)
  }

  /// Returns `tokens` with `token` in the place of each `pair`, from left to right: what has become part
  /// of one is not part of the next.
  public static func merging(_ pair: Pair, into token: Int, in tokens: [Int]) -> [Int] {
    var rest = tokens[...]
    var result: [Int] = []
    while let first = rest.popFirst() {
      if first == pair.first, rest.first == pair.second {
        rest.removeFirst()
        result.append(token)
      } else {
        result.append(first)
      }
    }
    return result
  }

  /// Returns the tokens of `text`: its bytes, and then every merge in the order in which it was learnt,
  /// wherever it applies.
  public func encode(_ text: String) -> [Int] {
    var ranks: [Pair: Int] = [:]
    for (i, pair) in merges.enumerated() where ranks[pair] == nil { ranks[pair] = i }
    var tokens = Array(text.utf8).map(Int.init)
    while true {
      let lowest = zip(tokens, tokens.dropFirst()).compactMap { ranks[Pair($0, $1)] }.min()
      guard let lowest else { return tokens }
      tokens = BytePairTokenizer.merging(merges[lowest], into: 256 + lowest, in: tokens)
    }
  }

  /// Returns the text of `tokens`. Bytes that are no UTF-8, as a token cut out of a letter may leave
  /// them, become U+FFFD, as `String(decoding:as:)` has it.
  public func decode(_ tokens: [Int]) -> String {
    var bytes: [UInt8] = []
    var stack = Array(tokens.reversed())
    while let token = stack.popLast() {
      if token < 256 {
        bytes.append(UInt8(token))
      } else {
        stack.append(merges[token - 256].second)
        stack.append(merges[token - 256].first)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
