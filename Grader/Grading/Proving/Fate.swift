/// What became of a mutant.
public enum Fate: Sendable, Equatable {
  case doesNotCompile

  /// All checks have passed.
  case survived

  /// Some check did not pass. With no names, a sentence said what was seen.
  case killed(by: [String], names: [Name], wasStopped: Bool)

  /// The grader itself has failed at a check.
  case undecided(check: String, message: String)

  /// What a student would have been told that it is.
  public struct Name: Sendable, Equatable {
    public var check: String
    public var mistake: String
    public var fault: Fault?
  }

  /// Why a name was false.
  public enum Fault: Sendable, Equatable {
    /// The mistake is one of another file.
    case otherFile(String)

    /// At another seed the same check says something else: another name, or none, or it passes.
    case fickle(seed: UInt64, instead: String?)
  }
}

/// A mutant, and what became of it.
public struct Judgement: Sendable {
  public var mutation: Mutation
  public var fate: Fate

  /// Why it is as right as the solution, where the authors have said that it is.
  public var excuse: String?
}
