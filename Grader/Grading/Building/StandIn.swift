/// A stub that stands in for a file which does not compile, or is not there.
public struct StandIn: Codable, Sendable, Equatable {
  public var file: String

  /// The parts of the exercise that the stub leaves open: "5.3".
  public var parts: [String]
  public var reason: Reason

  /// The files of which there were stubs already when the errors were found in this one, which may be
  /// right; nil where there was none.
  var besides: [String]?

  /// The number of the earlier exercise of which it is; nil of the one that was built.
  var earlier: String?

  public enum Reason: Codable, Sendable, Equatable {
    /// Errors in the file itself.
    case errors([Diagnostic])

    /// Errors that are in other files of the room as long as this one is there.
    case errorsElsewhere([Diagnostic])

    /// It compiles, and declares something else than the stub, which the answering side needs.
    case declarations([ChangedDeclaration])

    /// It compiles, and the answering side, which calls it, does not.
    case answers([Diagnostic])

    /// What the compiler or the linker said without naming a line.
    case words([String])

    /// There is no such file.
    case missing

    case computedTooLong(cpuSeconds: Int)
    case tookTooMuchMemory(bytes: Int)
  }

  /// The errors that have a place in the room.
  public var diagnostics: [Diagnostic] {
    switch reason {
    case .errors(let errors), .errorsElsewhere(let errors): errors
    case .declarations, .answers, .words, .missing, .computedTooLong, .tookTooMuchMemory: []
    }
  }

  /// Returns the parts that `stub` leaves open.
  static func parts(of stub: String) -> [String] {
    stub.matches(of: /unfinished\("([^"]+)"\)/).map { String($0.1) }
  }
}

/// A declaration that is not as the stub has it.
public struct ChangedDeclaration: Codable, Sendable, Equatable {
  /// The type that it belongs to; empty outside of types.
  public var type: String

  /// The name that it is called by, "backward"; of an initializer, "init".
  public var name: String

  /// How the stub declares it, and how the file does; nil where it declares no such thing to others.
  public var expected: String
  public var seen: String?

  /// Where it stands in the file; nil where that is not known.
  public var line: Int?
}
