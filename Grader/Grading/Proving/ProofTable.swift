/// What `Documentation/Checks.md` shows of an exercise's proofs.
public struct ProofTable: Sendable {
  public var mutants: MutantProof?
  public var styles: StyleProof?

  public init(mutants: MutantProof? = nil, styles: StyleProof? = nil) {
    (self.mutants, self.styles) = (mutants, styles)
  }

  /// Whether nothing is wrong: a survivor is a measure and no fault, a right solution that is refused
  /// is one.
  public var isClean: Bool {
    (mutants?.faults.isEmpty ?? true) && (mutants?.tally.undecided ?? 0) == 0
      && (styles.map { $0.accepted == $0.outcomes.count } ?? true)
  }

  /// The cells of the exercise's row, each with the title of its column.
  var cells: [(title: String, text: String)] {
    var cells = [("exercise", mutants?.exercise ?? styles?.exercise ?? "")]
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
