/// What became of the mutants of an exercise.
public struct MutantProof: Sendable {
  public var exercise: String
  public var seed: UInt64

  /// How many mutants there are; where a sample was taken, fewer were judged.
  public var count: Int
  public var judgements: [Judgement]

  /// What is wrong with the list of those that are as right as the solution.
  public var faults: [EquivalentFault]
  public var seconds: Double

  /// How many do what.
  public struct Tally: Sendable, Equatable {
    public var doNotCompile = 0
    public var undecided = 0
    public var killed = 0
    public var survived = 0

    /// Those that survived and may.
    public var equivalent = 0

    /// Of the killed: all names that a student would be told are right; one is false; there is none,
    /// and a sentence says what was seen; they crashed, or were stopped.
    public var namedRightly = 0
    public var namedWrongly = 0
    public var told = 0
    public var stopped = 0

    /// Those that were graded: all but those that do not compile.
    public var graded: Int { undecided + killed + survived + equivalent }
  }

  public var tally: Tally {
    judgements.reduce(into: Tally()) { tally, judgement in
      switch judgement.fate {
      case .doesNotCompile: tally.doNotCompile += 1
      case .undecided: tally.undecided += 1
      case .survived where judgement.excuse != nil: tally.equivalent += 1
      case .survived: tally.survived += 1
      case .killed(_, let names, let wasStopped):
        tally.killed += 1
        if names.contains(where: { $0.fault != nil }) {
          tally.namedWrongly += 1
        } else if !names.isEmpty {
          tally.namedRightly += 1
        } else if wasStopped {
          tally.stopped += 1
        } else {
          tally.told += 1
        }
      }
    }
  }
}

extension MutantProof {
  /// The least share that the checks of an exercise have to kill.
  public static let leastScore = 0.98

  /// The share of those which are not as right as the solution that were killed; nil where there are none.
  public var score: Double? {
    let tally = tally
    let wrong = tally.killed + tally.survived
    return wrong == 0 ? nil : Double(tally.killed) / Double(wrong)
  }

  /// Whether the checks see too little. A sample or a file alone is too small to tell.
  public var isBlind: Bool { judgements.count == count && score ?? 1 < Self.leastScore }
}

/// An entry in the list of equivalent mutants that is wrong.
public enum EquivalentFault: Sendable, Equatable {
  /// No such mutant is made any more.
  case gone(line: Int, file: String, old: String)

  /// A check does tell it from the solution.
  case killed(id: String, by: [String])
  case doesNotCompile(id: String)
}

extension EquivalentMutants {
  /// Returns what is wrong with the list, as far as `judgements` show.
  func faults(in judgements: [Judgement], of all: [Mutation]) -> [EquivalentFault] {
    entries.filter { entry in !all.contains(where: entry.means) }.map {
      .gone(line: $0.line, file: $0.file, old: $0.old)
    }
      + judgements.filter { $0.excuse != nil }.compactMap { judgement in
        switch judgement.fate {
        case .killed(let checks, _, _): .killed(id: judgement.mutation.id, by: checks)
        case .doesNotCompile: .doesNotCompile(id: judgement.mutation.id)
        case .survived, .undecided: nil
        }
      }
  }
}
