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
    // TODO: 12.22  A dictionary has no order. What decides between two pairs that are as frequent?
    unfinished("12.22")
  }

  /// Returns `tokens` with `token` in the place of each `pair`, from left to right: what has become part
  /// of one is not part of the next.
  public static func merging(_ pair: Pair, into token: Int, in tokens: [Int]) -> [Int] {
    // TODO: 12.23  Of three equal tokens the first two are merged.
    unfinished("12.23")
  }

  /// Returns the tokens of `text`: its bytes, and then every merge in the order in which it was learnt,
  /// wherever it applies.
  public func encode(_ text: String) -> [Int] {
    // TODO: 12.24  What was learnt first is applied first, to the whole text.
    unfinished("12.24")
  }

  /// Returns the text of `tokens`. Bytes that are no UTF-8, as a token cut out of a letter may leave
  /// them, become U+FFFD, as `String(decoding:as:)` has it.
  public func decode(_ tokens: [Int]) -> String {
    // TODO: 12.25  A token may be made of tokens that are made of tokens. Bytes first, text last.
    unfinished("12.25")
  }
}
