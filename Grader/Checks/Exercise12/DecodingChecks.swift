import Doorway
import Grading
import Tensors

private let decoding = LayerContract(.decoding, forward: "decoding") { _ in [] }

let decodingChecks = [
  decoding.check(
    "12.decoding.greedy", .outputs, points: 1,
    claim: "the most probable token is taken each time, until the end comes or the limit",
    hints: [
      "What is handed to `next`: the last token, or all so far?",
      "The end itself is not returned. Does it count to the limit?",
    ], small: smallSearches(widths: [nil])
  ) { exam in
    // Some that end somewhere, some that end at once, and some that never do.
    exam.searches(width: nil, sureness: 2, endBonus: -1...1)
      + exam.searches(width: nil, sureness: 1, endBonus: 8...9)
      + exam.searches(width: nil, sureness: 1, endBonus: -9 ... -8)
      // All tokens are equally probable, or all but the end.
      + exam.searches(width: nil, sureness: 0, endBonus: 0...0)
      + exam.searches(width: nil, sureness: 0, endBonus: -2 ... -1)
  },

  decoding.check(
    "12.decoding.beam", .outputs, points: 3,
    claim:
      "of all continuations of all beginnings the best by Σ log p are followed, and the best is found",
    hints: [
      "All beginnings are as long as each other. Which of all their continuations are kept?",
      "One that has ended takes a place at that step, and none at the next.",
      "It goes on while there is a beginning left, even if something has been finished.",
    ], alone: true, small: smallSearches(widths: [1, 2])
  ) { exam in
    [1, 2, 3, 5].flatMap { exam.searches(width: $0, sureness: 1, endBonus: -0.5...1.5) }
      + exam.searches(width: 1000, sureness: 1, endBonus: 0...0, limit: 3...3)
      + (0..<2).map { _ in exam.openSearch() } + [exam.longSearch()]
  } proving: { exam in
    // The whole language, where the beam is as wide as that.
    for search in exam.searches(width: 1000, sureness: 1, endBonus: -1...1, limit: 3...3) {
      var search = search
      search.lengthPower = exam.number(in: 0...1)
      let found = try exam.ask(.decoding, LayerRun([search])).outputs[0]
      let best = search.allScores.max() ?? 0
      try exam.expect(abs(found.score - best) < 1e-9, "a beam of any width misses the best text")
    }
    for search in exam.searches(width: 1, sureness: 1, endBonus: -1...1) {
      var greedy = search
      greedy.width = nil
      let found = try exam.ask(.decoding, LayerRun([search, greedy])).outputs
      try exam.expect(
        found[0].tokens == found[1].tokens, "a beam of width 1 is not the greedy search")
    }
  },

  decoding.check(
    "12.decoding.length", .outputs, points: 2,
    claim: "what is finished is compared by Σ log p / Lᵃ, and L counts the end",
    buildsOn: ["12.decoding.beam"],
    hints: [
      "Every token more makes Σ log p smaller. What does dividing by the length do about it?",
      "L counts what was predicted: the end, too, if it was.",
    ], alone: true, small: smallSearches(widths: [2], lengthPower: 1)
  ) { exam in
    func searches(
      _ power: Double, width: Int, endBonus: ClosedRange<Double>, limit: ClosedRange<Int>
    ) -> [BeamInput] {
      exam.searches(width: width, sureness: 1, endBonus: endBonus, limit: limit).map {
        var search = $0
        search.lengthPower = power * exam.number(in: 0.9...1.1)
        return search
      }
    }
    var open = exam.longSearch()
    open.lengthPower = exam.number(in: 0.5...1.5)
    // In the last but one, what goes on when another has ended would come to the better score; in the last,
    // the best has no end.
    return [0.5, 0.7, 1, 1.4].flatMap {
      searches($0, width: exam.count(in: 2...4), endBonus: 0...1.5, limit: 4...7)
    } + [1, 2].flatMap { searches(2, width: $0, endBonus: 0.8...1.2, limit: 6...7) }
      + [open]
  },
]

extension Examination {
  /// Languages of several sizes; the end is their first token, or their last, or another.
  fileprivate func searches(
    width: Int?, sureness: Double, endBonus: ClosedRange<Double>,
    limit: ClosedRange<Int> = 4...7
  ) -> [BeamInput] {
    (0..<4).map { i in
      let tokens = count(in: 3...5)
      return BeamInput(
        tokens: tokens, end: [0, tokens - 1, 1, 2][i], limit: i == 3 ? 3 : count(in: limit),
        width: width, sureness: sureness, endBonus: number(in: endBonus),
        seed: UInt64(count(in: 0...1 << 40)))
    }
  }

  /// A language whose best text has no end: at the limit it is better than all that have ended.
  fileprivate func openSearch() -> BeamInput {
    while true {
      for search in searches(width: 1000, sureness: 2, endBonus: -1...0, limit: 3...3) {
        if search.allScores.max() ?? 0 > search.endedScores.max() ?? 0 { return search }
      }
    }
  }
}

extension Examination {
  /// A language that hardly ever ends: its best text is so long that its Σ log p is below -20, and to end
  /// at once is less probable still.
  fileprivate func longSearch() -> BeamInput {
    BeamInput(
      tokens: 5, end: count(in: 0...4), limit: 16, width: 8, sureness: 0.02,
      endBonus: number(in: -25 ... -24), seed: UInt64(count(in: 0...1 << 40)))
  }
}

extension BeamInput {
  /// The scores of all texts of the language.
  fileprivate var allScores: [Double] { scores(endedOnly: false) }

  /// The scores of those that have come to an end.
  fileprivate var endedScores: [Double] { scores(endedOnly: true) }

  private func scores(endedOnly: Bool) -> [Double] {
    func scores(_ text: [Int], _ sum: Double) -> [Double] {
      if text.count == limit || text.last == end {
        return endedOnly && text.last != end ? [] : [sum / pow(Double(text.count), lengthPower)]
      }
      return next(text).scalars.enumerated().flatMap { scores(text + [$0], sum + $1) }
    }
    return scores([], 0)
  }

  private func pow(_ x: Double, _ power: Double) -> Double {
    Tensors.pow(Tensor(x), power).scalar
  }
}
