import Foundation

extension Screen {
  /// The known mistakes that were not rejected and named.
  public static func mistakes(_ proof: MistakeProof) -> String {
    var lines = [
      "Exercise \(proof.exercise): of \(proof.count) known mistakes, \(proof.rejected) rejected and "
        + "\(proof.named) named at \(proof.seeds) seeds from \(proof.seed), in "
        + "\(duration(proof.seconds))."
    ]
    for outcome in proof.outcomes where !outcome.isNamed {
      lines.append("  \(outcome.mistake), asked \(outcome.check)")
      lines += outcome.faults.map {
        "    seed \($0.seed): \(word($0.verdict)): \($0.message.onOneLine)"
      }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  public static func beginProof(mutants count: Int) -> String {
    "\(count) mutants are built, up to sixty in one program."
  }

  /// A line on how far the proof has come; nil where there is nothing new to say.
  public static func progress(_ judgement: Judgement, _ progress: BatchProgress) -> String? {
    let number =
      "[\(String(progress.done).leftPadded(to: String(progress.count).count))/\(progress.count)]"
    let left = progress.secondsLeft.map { "; about \(duration($0, roughly: true)) left" } ?? ""
    switch judgement.fate {
    case .survived where judgement.excuse == nil:
      return "\(number) survived: \(judgement.mutation.id)\(left)"
    case .undecided(let check, let message):
      return
        "\(number) not decided: \(judgement.mutation.id): \(check): \(message.onOneLine)\(left)"
    case .survived, .killed, .doesNotCompile:
      return progress.done % 25 == 0 ? "\(number)\(left)" : nil
    }
  }

  /// What the checks did not see, and what they called by a false name.
  public static func mutants(_ proof: MutantProof) -> String {
    let tally = proof.tally
    var lines = [
      "Exercise \(proof.exercise): \(tally.graded) mutants at seed \(proof.seed)"
        + (proof.judgements.count < proof.count
          ? ", a sample of \(proof.judgements.count) of \(proof.count)" : "")
        + ", in \(duration(proof.seconds)); \(tally.doNotCompile) more do not compile.",
      "  killed          \(tally.killed)",
      "    named rightly   \(tally.namedRightly)",
      "    named wrongly   \(tally.namedWrongly)",
      "    told by a sentence  \(tally.told)",
      "    crashed or stopped  \(tally.stopped)",
      "  survived        \(tally.survived)",
      "  equivalent      \(tally.equivalent)",
      "  not decided     \(tally.undecided)",
    ]
    if let score = proof.score {
      let asked = proof.isBlind ? ", \(percent(MutantProof.leastScore)) is asked" : ""
      lines.append("  score           \(percent(score))\(asked)")
    }
    lines += listed(
      "Survived", proof.judgements.filter { $0.fate == .survived && $0.excuse == nil })
    let wrong = proof.judgements.filter { judgement in
      if case .killed(_, let names, _) = judgement.fate {
        names.contains { $0.fault != nil }
      } else {
        false
      }
    }
    lines += listed("Named wrongly", wrong)
    lines += listed(
      "Not decided",
      proof.judgements.filter { if case .undecided = $0.fate { true } else { false } })
    if !proof.faults.isEmpty {
      lines += ["", "Wrong in equivalent.txt:"] + proof.faults.map { "  \(Sentences.fault($0))" }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// Rounded down: what is below the bar must not look as if it were on it.
  private static func percent(_ share: Double) -> String {
    String(format: "%.1f %%", (1000 * share).rounded(.down) / 10)
  }

  private static func listed(_ title: String, _ judgements: [Judgement]) -> [String] {
    guard !judgements.isEmpty else { return [] }
    return judgements.reduce(into: ["", "\(title): \(judgements.count)"]) { lines, judgement in
      let mutation = judgement.mutation
      lines += ["", "  \(mutation.id)", "  - \(mutation.old)"]
      if !mutation.new.isEmpty { lines.append("  + \(mutation.new)") }
      switch judgement.fate {
      case .killed(_, let names, _):
        lines += names.compactMap { name in name.fault.map { "  \(Sentences.name(name, $0))" } }
      case .undecided(let check, let message): lines.append("  \(check): \(message.onOneLine)")
      case .survived, .doesNotCompile: break
      }
    }
  }

  /// The styles that should have been accepted.
  public static func styles(_ proof: StyleProof) -> String {
    var lines = [
      "Exercise \(proof.exercise): \(proof.accepted) of \(proof.outcomes.count) styles accepted at "
        + "\(proof.seeds) \(proof.seeds == 1 ? "seed" : "seeds") from \(proof.seed), in "
        + "\(duration(proof.seconds))."
    ]
    for outcome in proof.outcomes where !outcome.isAccepted {
      lines.append("  \(outcome.name)\(outcome.compiles ? "" : " does not compile")")
      lines += outcome.refusals.map {
        "    seed \($0.seed): \($0.check) \(word($0.verdict)): \($0.message.onOneLine)"
      }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// How near right answers came to what is refused, check by check.
  public static func tolerances(_ proof: StyleProof) -> String {
    guard !proof.nearest.isEmpty else {
      return "No answer of a style differs from the solution's in any place.\n"
    }
    let count = proof.outcomes.count
    var lines = [
      "Off by so much of what its tolerance allows, at most, is a right answer to each check, of "
        + "\(count) \(count == 1 ? "style" : "styles"); \(StyleProof.mostUsed) is the most that may be:"
    ]
    lines += proof.nearest.map { nearest in
      let mark = nearest.nearness.used > StyleProof.mostUsed ? "  TOO NEAR" : ""
      return "  \(share(nearest.nearness.used))  \(nearest.check): \(nearest.style), "
        + "seed \(nearest.nearness.seed)\(mark)"
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// A share in two digits, as 3e-05: they span ten powers of ten.
  private static func share(_ share: Double) -> String {
    share.isFinite ? String(format: "%.0e", share) : "  inf"
  }

  /// The rows of `Documentation/Checks.md`, with the head of the table.
  public static func table(_ tables: [ProofTable]) -> String {
    let titles = tables.first?.cells.map(\.title) ?? []
    return ([titles, titles.map { _ in "---" }] + tables.map { $0.cells.map(\.text) }).map {
      "| \($0.joined(separator: " | ")) |\n"
    }.joined()
  }

  public static func proofInterrupted(command: String) -> String {
    "Stopped. What has been built stays; the same command starts with it: \(command)"
  }
}
