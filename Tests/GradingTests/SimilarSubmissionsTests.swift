import Foundation
import Testing

@testable import Grading

@Suite("Similar submissions")
struct SimilarSubmissionsTests {
  private let stubs = [
    "A.swift": Data(
      """
      public struct Layer {
        public func forward(_ x: Tensor) -> (Tensor, Tensor) {
          // TODO
          unfinished("5.1")
        }
        public func backward(_ upstream: Tensor, _ cache: Tensor) -> Tensor { unfinished("5.2") }
      }
      """.utf8)
  ]

  private static let forward = """
      public func forward(_ x: Tensor) -> (Tensor, Tensor) {
        var total = Tensor(zeros: [x.shape[0], 3])
        for row in 0..<x.shape[0] {
          for column in 0..<3 where column % 2 == 0 {
            total[row, column] = x[row, column] * 2.5 + x[row, 0]
            if total[row, column] > 7 { total[row, column] -= x[0, column] / 4 }
          }
        }
        return (total, x)
      }
    """
  private static let backward = """
      public func backward(_ upstream: Tensor, _ cache: Tensor) -> Tensor {
        var gradient = upstream
        var seen: [Int: Double] = [:]
        while let index = gradient.firstIndex(where: { $0 < 0 }) {
          seen[index, default: 0] += cache[index] * upstream[index]
          gradient[index] = max(seen[index] ?? 0, -gradient[index])
        }
        return gradient.reshaped(to: cache.shape)
      }
    """

  private func layer(_ parts: String...) -> String {
    "public struct Layer {\n\(parts.joined(separator: "\n"))\n}\n"
  }

  private var original: String { layer(Self.forward, Self.backward) }

  /// Others of the same exercise, each by its own way.
  private var others: [(name: String, files: [String: Data])] {
    let ways = [
      "let mask = x .> 0\n    let scaled = x * 2\n    return (scaled * mask, mask)",
      "guard x.count > 0 else { return (x, x) }\n    let y = exp(-abs(x)); return (y / (1 + y), y)",
      "let s = x.map { $0 < 0 ? 0 : $0 }\n    return (Tensor(s, shape: x.shape), x.copy())",
      "return (x.clipped(to: 0...1).sum(along: 0).reshaped(to: [1, 3]) - x.mean(), x)",
      "switch x.rank { case 1: return (x, x)\n    default: return (x.transposed(), -x) }",
      "var y = x; y[0, 0] = y[1, 1]; y[1, 1] = y[2, 2]; return (y, x .+ [1, 2, 3])",
    ]
    return ways.enumerated().map { n, way in
      let text = layer("  public func forward(_ x: Tensor) -> (Tensor, Tensor) {\n    \(way)\n  }")
      return ("other \(n)", ["A.swift": Data(text.utf8)])
    }
  }

  private func found(_ text: String) -> SimilarSubmissions {
    SimilarSubmissions(
      others + [("ann", ["A.swift": Data(original.utf8)]), ("bo", ["A.swift": Data(text.utf8)])],
      stubs: stubs, library: [Data("public func reshaped() {}\n".utf8)])
  }

  private func renamed(_ text: String) -> String {
    ["total": "acc", "row": "i", "column": "jj", "gradient": "dx", "seen": "table", "index": "k"]
      .reduce(text) { $0.replacing($1.key, with: $1.value) }.replacing("2.5", with: "9.75")
  }

  private func commented(_ text: String) -> String {
    text.split(separator: "\n").map { "\($0) // my own idea /* \" */\n\n" }.joined()
  }

  @Test(
    "A copy is found whole, whatever is renamed, commented, broken anew or put in another order")
  func disguises() throws {
    let disguises = [
      original, renamed(original), commented(original), original.replacing("\n", with: "\n\n\t "),
      original.replacing("\n", with: "\r\n"), layer(Self.backward, Self.forward),
      renamed(commented(layer(Self.backward, Self.forward))),
    ]
    for text in disguises {
      let pairs = found(text).pairs
      let pair = try #require(pairs.first)
      #expect(Set([pair.first, pair.second]) == ["ann", "bo"])
      #expect(pair.shares.first > 0.85 && pair.shares.second > 0.85, "\(pair.shares)")
      #expect(pairs.count == 1)
    }
  }

  @Test("One part that was taken over is found, and told as a part")
  func part() throws {
    let text = layer(
      renamed(Self.backward),
      "  func mine(_ x: Double) -> Double {\n    var s = 0.0\n    repeat { s += x / (s + 2) } while s < 9\n"
        + "    let table = [1.0: \"a\", 2.0: \"b\"]\n    return table.keys.sorted().reduce(s, +) - x * x\n  }"
    )
    let pair = try #require(found(text).pairs.first)
    #expect(pair.shares.first < 0.8)
    let passage = try #require(pair.passages.first)
    #expect(passage.first.text.contains("while let index"))
    #expect(passage.second.text.contains("while let k"))
    #expect(passage.tokens >= Winnowing.guaranteed)
  }

  @Test("What was given, and what more than half of a class have, makes nobody alike")
  func commonGround() {
    #expect(found(String(decoding: stubs["A.swift"] ?? Data(), as: UTF8.self)).pairs.isEmpty)
    #expect(found("").tooShort.contains("bo"))
    let same = (0..<8).map { n in ("s\(n)", ["A.swift": Data(original.utf8)]) }
    let all = SimilarSubmissions(same, stubs: stubs, library: [])
    #expect(all.pairs.isEmpty && all.tooShort.count == 8)
  }

  @Test("Whatever order submissions come in, and in every process, the pairs are the same")
  func order() {
    let submissions =
      others + [
        ("ann", ["A.swift": Data(original.utf8)]), ("bo", ["A.swift": Data(original.utf8)]),
      ]
    let a = SimilarSubmissions(submissions, stubs: stubs, library: []).csv
    let names = SimilarSubmissions(submissions.reversed(), stubs: stubs, library: []).pairs
      .map { Set([$0.first, $0.second]) }
    #expect(names == [["ann", "bo"]])
    let whole = ComparedText(["A.swift": Data(original.utf8)], vocabulary: []).tokens.count
    #expect(
      a == "first,second,of the first,of the second,tokens\r\nann,bo,100 %,100 %,\(whole)\r\n")
    #expect(ComparedText.hash("foobar") == 0x8594_4171_F739_67E8, "as everywhere")
  }

  @Test("What students wrote stays text on the page")
  func page() {
    let evil = original.replacing("2.5", with: "2.5 + f(\"</pre><script>\")")
    let found = SimilarSubmissions(
      others + [("<b>", ["A.swift": Data(evil.utf8)]), ("bo", ["A.swift": Data(evil.utf8)])],
      stubs: stubs, library: [])
    let html = SimilarPage(exercise: SyntheticClass.exercise, found: found).html.source
    #expect(!html.contains("<script") && !html.contains("<b>"))
    #expect(html.contains("&lt;/pre&gt;&lt;script&gt;"))
  }
}
