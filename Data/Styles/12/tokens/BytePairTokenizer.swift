public struct BytePairTokenizer: Sendable, Equatable {
  public struct Pair: Hashable, Sendable {
    public var first: Int
    public var second: Int

    /// Merges looked for by rank, texts put together by recursion.
    public init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  public private(set) var merges: [Pair]

  public init(merges: [Pair]) {
    self.merges = merges
  }

  public init(learningFrom texts: [String], count: Int) {
    var learnt: [Pair] = []
    var rows = texts.map { $0.utf8.map { Int($0) } }
    while learnt.count < count {
      let pairs = rows.flatMap { row in
        row.indices.dropLast().map { Pair(row[$0], row[$0 + 1]) }
      }
      let counts = Dictionary(pairs.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value >= 2 }
      let ordered = counts.sorted { a, b in
        if a.value != b.value { return a.value > b.value }
        if a.key.first != b.key.first { return a.key.first < b.key.first }
        return a.key.second < b.key.second
      }
      guard let pair = ordered.first?.key else { break }
      let token = 256 + learnt.count
      learnt.append(pair)
      for i in rows.indices { rows[i] = BytePairTokenizer.merging(pair, into: token, in: rows[i]) }
    }
    merges = learnt
  }

  public static func merging(_ pair: Pair, into token: Int, in tokens: [Int]) -> [Int] {
    var result: [Int] = []
    var rest = tokens[...]
    while let head = rest.popFirst() {
      if head == pair.first, rest.first == pair.second {
        rest.removeFirst()
        result.append(token)
      } else {
        result.append(head)
      }
    }
    return result
  }

  public func encode(_ text: String) -> [Int] {
    var tokens = Array(text.utf8).map { Int($0) }
    let ranks = Dictionary(
      merges.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    while true {
      let found = zip(tokens, tokens.dropFirst()).compactMap { ranks[Pair($0, $1)] }.min()
      guard let rank = found else { return tokens }
      tokens = BytePairTokenizer.merging(merges[rank], into: 256 + rank, in: tokens)
    }
  }

  public func decode(_ tokens: [Int]) -> String {
    func bytes(of token: Int) -> [UInt8] {
      guard token > 255 else { return [UInt8(token)] }
      let pair = merges[token - 256]
      return bytes(of: pair.first) + bytes(of: pair.second)
    }
    return String(decoding: tokens.flatMap { bytes(of: $0) }, as: UTF8.self)
  }
}
