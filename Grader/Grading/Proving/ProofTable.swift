/// What `Documentation/Checks.md` shows of an exercise's proofs.
public struct ProofTable: Sendable {
  public var mistakes: MistakeProof?
  public var mutants: MutantProof?
  public var styles: StyleProof?

  public init() {}

  /// Whether nothing is wrong: a survivor is a measure and no fault, many are one, and so is a right
  /// solution that is refused.
  public var isClean: Bool {
    (mistakes?.outcomes.allSatisfy(\.isNamed) ?? true) && (mutants?.faults.isEmpty ?? true)
      && !(mutants?.isBlind ?? false) && (mutants?.tally.undecided ?? 0) == 0
      && (styles.map { $0.accepted == $0.outcomes.count } ?? true)
  }

  /// The cells of the exercise's row, each with the title of its column.
  var cells: [(title: String, text: String)] {
    var cells = [
      ("exercise", mistakes?.exercise ?? mutants?.exercise ?? styles?.exercise ?? "")
    ]
    if let mistakes {
      cells += [
        ("checks", "\(mistakes.checks)"), ("known mistakes", "\(mistakes.count)"),
        ("rejected", "\(mistakes.rejected)"), ("named", "\(mistakes.named)"),
      ]
    }
    if let mutants {
      let tally = mutants.tally
      cells += [
        ("mutants", "\(tally.graded)"), ("equivalent", "\(tally.equivalent)"),
        ("killed", "\(tally.killed)"), ("survived", "\(tally.survived)"),
        ("named rightly", "\(tally.namedRightly)"), ("named wrongly", "\(tally.namedWrongly)"),
      ]
    }
    if let styles {
      cells.append(("styles accepted", "\(styles.accepted) of \(styles.outcomes.count)"))
    }
    return cells.map { (title: $0.0, text: $0.1) }
  }
}
