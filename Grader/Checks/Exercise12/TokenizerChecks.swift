import Doorway
import Grading

private let tokenizer = FunctionContract(.tokenizer) { _ in [] }

let tokenizerChecks = [
  tokenizer.check(
    "12.tokenizer.merging", points: 1,
    claim: "a pair is merged wherever it stands, from left to right, each token used once",
    hints: [
      "Of three equal tokens the first two are merged. What happens to the third?",
      "When two tokens have become one, where do you go on?",
    ],
    small: [[7, 8], [8, 7], [7], [7, 8, 7], []].map { .merge(pair: [7, 8], token: 9, tokens: $0) }
      + [.merge(pair: [7, 7], token: 9, tokens: [7, 7, 7])]
  ) { exam in
    let (a, b, c) = (exam.count(in: 5...50), exam.count(in: 51...90), exam.count(in: 91...300))
    let tokens = [
      [a, b, c, a, b], [a, b], [b, a, a, b, b, a], [c, c], [a], [], [a, b, a, b, a], [a, c, b],
    ]
    return tokens.map { .merge(pair: [a, b], token: 301, tokens: $0) }
      + (1...5).map { .merge(pair: [c, c], token: 512, tokens: .init(repeating: c, count: $0)) }
      + [.merge(pair: [a, a], token: 400, tokens: [a, a, b, a, a, a, c, a, a, a, a])]
  },

  tokenizer.check(
    "12.tokenizer.merges", points: 2,
    claim: "the most frequent pair becomes a token, then the most frequent of what there is then",
    uses: ["12.tokenizer.merging"],
    hints: [
      "Count anew after each merge: the new token has neighbours, too.",
      "No pair reaches from one text into the next.",
      "In \"aaa\" the pair of two a stands in two places.",
    ],
    small: [
      .learn(["abab"], count: 1), .learn(["ab", "ab"], count: 1), .learn(["ababab"], count: 2),
      .learn(["aaa"], count: 1), .learn(["abab"], count: 0),
    ]
  ) { exam in
    (0..<6).map { i in
      while true {
        let texts = exam.texts(count: i < 2 ? 1 : 3)
        let untied = texts.mergesBeforeTie
        if untied >= 3 { return .learn(texts, count: untied) }
      }
    } + [.learn(["ba", "ba", "ba"], count: 2), .learn(["abab"], count: 0)] + exam.overlappingTexts()
  },

  tokenizer.check(
    "12.tokenizer.ties", points: 2,
    claim: "of equally frequent pairs the smallest is taken, and with no pair left twice it ends",
    buildsOn: ["12.tokenizer.merges"],
    hints: [
      "Compare counts first, then the first tokens, then the second.",
      "A dictionary gives its entries in an order of its own, another one each time.",
      "A pair that stands in one place only is no reason for a token.",
    ],
    small: [
      .learn(["ab"], count: 1), .learn([], count: 1), .learn(["baba", "abab"], count: 1),
      .learn(["ba", "ba", "ab", "ab"], count: 1), .learn(["bc", "bc", "ad", "ad"], count: 2),
    ]
  ) { exam in
    [
      .learn(["ba ba ab ab"], count: 2), .learn(["xaxbxaxb"], count: 8), .learn(["abc"], count: 3),
      .learn([], count: 2), .learn(["", "a"], count: 2), .learn(["aaaa"], count: 5),
      .learn(["ac", "bc", "ab", "ac", "bc", "ab"], count: 1), .learn(["déjà déjà", "é"], count: 9),
      .learn(["Ab ab AB", "Ab ab AB ab"], count: 9),
    ] + (0..<4).map { _ in .learn(exam.texts(count: 2), count: 40) }
  },

  tokenizer.check(
    "12.tokenizer.encode", points: 2,
    claim: "a text becomes its bytes, and then each merge is applied in the order it was learnt",
    uses: ["12.tokenizer.merging"],
    hints: [
      "What was learnt first is applied first, wherever it stands in the text.",
      "text.utf8 are the bytes. A letter may have more than one.",
    ],
    small: [
      .encode("a", merges: []), .encode("ab", merges: [[97, 98]]), .encode("é", merges: []),
      .encode("abc", merges: [[98, 99], [97, 98]]),
      .encode("abc", merges: [[97, 98], [256, 99]]),
    ]
  ) { exam in
    let merges = [[97, 98], [98, 99], [256, 99], [99, 97], [257, 257], [258, 256]]
    let texts =
      ["abcbcab", "", "bcbcbca", "é", "caabcabc", "ab cé ab", "d"]
      + (0..<3).map { _ in exam.texts(count: 1)[0] }
    return texts.map { .encode($0, merges: merges) }
      + [.encode("abab", merges: []), .encode("éé", merges: [[195, 169], [256, 256]])]
      // A space is a byte like all others, and a capital is another letter.
      + ["ab ab  ab", " a b a", "Ab aB AB ab"].map {
        .encode($0, merges: [[98, 32], [97, 256], [32, 97], [257, 257]])
      }
      + [exam.manyMerges()]
      + (0..<3).map { _ in
        let learnt = exam.texts(count: 2)
        return .encode(exam.texts(count: 1)[0], merges: learnt.merges(30))
      }
  },

  tokenizer.check(
    "12.tokenizer.decode", points: 1,
    claim: "tokens become the bytes that they stand for, and all bytes together the text",
    hints: [
      "A token may stand for tokens that stand for others.",
      "Half a letter is no text: put all bytes together first.",
    ],
    small: [
      .decode([97], merges: []), .decode([256], merges: [[97, 98]]),
      .decode([257], merges: [[97, 98], [256, 99]]), .decode([195, 169], merges: []),
      .decode([195], merges: []),
    ]
  ) { exam in
    let merges = [[97, 98], [256, 256], [195, 169], [257, 99], [258, 259]]
    let tokens = (0..<4).map { _ in
      (0..<exam.count(in: 1...8)).map { _ in
        let token = exam.count(in: 94...104)
        return token < 100 ? token + 3 : token + 156
      }
    }
    return
      ([[], [260], [97, 195, 169, 98], [258, 258], [226, 130, 172], [195], [169, 259]] + tokens)
      .map { .decode($0, merges: merges) }
      // The least and the greatest of all bytes, and those around ASCII's end.
      + [[195, 169, 33], [97, 255, 98], [0, 254, 127, 128, 97]].map { .decode($0, merges: []) }
  },
]

extension Examination {
  /// Texts in which a pair is the most frequent, or stands twice, only by places that overlap.
  fileprivate func overlappingTexts() -> [TokenizerInput] {
    let letters = "abcdefgh".shuffled(using: &generator).map { String($0) }
    let (one, other) = (letters[0], letters[1] + letters[2])
    func row(_ count: Int) -> String { String(repeating: one, count: count) }
    return [
      .learn([row(3)], count: 1), .learn([row(5), other, other, other], count: 1),
      .learn([other + row(3) + other + row(3)], count: 1),
    ]
  }

  /// A text to encode, of pairs all of which, and they are many, are merges.
  fileprivate func manyMerges() -> TokenizerInput {
    let pairs = (0..<count(in: 24...30)).map { [40 + 2 * $0, 41 + 2 * $0] }
    let bytes = pairs.shuffled(using: &generator).flatMap { $0.map { UInt8($0) } }
    return .encode(String(decoding: bytes, as: UTF8.self), merges: pairs)
  }

  /// Texts of a few letters, of which some follow one another more often than others.
  fileprivate func texts(count texts: Int) -> [String] {
    let pieces = ["ab", "cab", "bc", "a", "abca", "c", "bcb"].shuffled(using: &generator)
    return (0..<texts).map { _ in
      (0..<count(in: 6...14)).map { _ in
        pieces[min(count(in: 0...6), count(in: 0...6))]
      }.joined()
    }
  }
}

extension [String] {
  /// How many merges can be learnt before two pairs are as frequent; those of the best pair alone.
  fileprivate var mergesBeforeTie: Int { learnt(stoppingAtTies: true, .max).count }

  fileprivate func merges(_ count: Int) -> [[Int]] { learnt(stoppingAtTies: false, count) }

  private func learnt(stoppingAtTies: Bool, _ count: Int) -> [[Int]] {
    var rows = map { $0.utf8.map(Int.init) }
    var merges: [[Int]] = []
    while merges.count < count {
      var places: [[Int]: Int] = [:]
      for row in rows {
        for (a, b) in zip(row, row.dropFirst()) { places[[a, b], default: 0] += 1 }
      }
      guard let most = places.values.max(), most > 1 else { break }
      let best = places.filter { $0.value == most }.keys
        .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
      if stoppingAtTies, best.count > 1 { break }
      merges.append(best[0])
      rows = rows.map { row in
        row.reduce(into: [Int]()) { merged, token in
          if merged.last == best[0][0], token == best[0][1] {
            merged[merged.count - 1] = 255 + merges.count
          } else {
            merged.append(token)
          }
        }
      }
    }
    return merges
  }
}
