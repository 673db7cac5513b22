import Foundation

extension Sentences {
  /// Why the stub stands in for a file: what is wrong, where, and what must be there instead.
  static func reason(_ standIn: StandIn) -> String {
    let reason = ownReason(standIn)
    guard let earlier = standIn.earlier else { return reason }
    return "In exercise \(earlier), which this one builds on, \(reason)"
  }

  private static func ownReason(_ standIn: StandIn) -> String {
    let file = standIn.file
    switch standIn.reason {
    case .errors(let errors):
      guard let first = errors.first else { return "\(file) does not compile." }
      let more = errors.count > 1 ? " (\(errors.count - 1) more in it)" : ""
      guard let besides = standIn.besides else {
        return ended("\(place(of: first)), does not compile: \(first.message)\(more)")
      }
      let stubs = "our \(besides.count == 1 ? "stub" : "stubs") of \(list(besides))"
      return ended(
        "\(place(of: first)), does not compile with \(stubs): \(first.message)\(more)")
        + " It may be right: mend \(list(besides)) first."
    case .errorsElsewhere(let errors):
      let place =
        errors.first.map { "\(self.place(of: $0)): \($0.message)" } ?? "no reason given"
      return ended("\(file) does not compile with the other files: \(place)")
    case .declarations(let changes):
      let line = changes.lazy.compactMap(\.line).first.map { ", line \($0)," } ?? ""
      let said = changes.prefix(3).map { declaration($0) }.joined(separator: "; ")
      return
        "\(file)\(line) does not compile with the checks, which call it as the stub declares it: "
        + "\(said)."
    case .answers(let errors):
      let said = errors.first.map { ": \($0.message)" } ?? ""
      return
        ended(
          "\(file) does not compile with the checks, which call it as the stub declares it\(said)")
        + " Leave what the stub declares as it is."
    case .words(let words):
      return "\(file) does not compile: \(linker(words))."
    case .missing:
      return "\(file) is missing."
    case .computedTooLong(let seconds):
      return
        "\(file) takes the compiler more than \(seconds) s of computing. Mostly it is a line that "
        + "mixes Int and Double, or a very long list: convert with Double(…), or make several lines of it."
    case .tookTooMuchMemory(let bytes):
      return
        "\(file) takes the compiler more than \(size(bytes)) of memory. Does it hold a very long "
        + "list, or very long lines?"
    }
  }

  /// Why there was no answer, where that is because a file does not compile, of this exercise or of an
  /// earlier one.
  static func notCompiled(_ end: SubjectEnd, in build: Build) -> String? {
    guard case .unfinished(let part) = end else { return nil }
    return build.standIn(for: part).map(reason)
  }

  /// While nothing is to be seen.
  public static func compiling(_ exercise: Exercise) -> String {
    "Compiling exercise \(exercise.number) …"
  }

  public static func asking(_ exercise: Exercise) -> String {
    "Asking the checks of exercise \(exercise.number) …"
  }

  static func place(of error: Diagnostic) -> String { "\(error.file), line \(error.line)" }

  private static func declaration(_ change: ChangedDeclaration) -> String {
    let owner = change.type.isEmpty ? "" : " of `\(change.type)`"
    let name = change.name == "init" ? "init\(labels(change.expected))" : change.name
    guard let seen = change.seen else {
      return "`\(name)`\(owner) must be there and be public: \(change.expected)"
    }
    return "`\(name)`\(owner) must be \(change.expected), and is \(seen)"
  }

  /// "public init(weights: Tensor, bias: Tensor)" → "(weights:bias:)".
  private static func labels(_ text: String) -> String {
    let parameters = text.drop { $0 != "(" }.dropFirst()
    let labels = parameters.matches(of: #/(?:^|, )(\w+)(?: \w+)?: /#).map { "\($0.1):" }
    return "(\(labels.joined()))"
  }

  private static func linker(_ words: [String]) -> String {
    if words.contains(where: { $0.contains(/duplicate symbol:? '?_?main\b/) }) {
      return "it declares a main program (`@main`, say), and that is the grader's. Take it out"
    }
    let undefined = words.lazy.compactMap { $0.firstMatch(of: /undefined symbol: (\S+)/)?.1 }.first
    if let undefined { return "it calls `\(undefined)`, which the linker finds nowhere" }
    let twice = words.lazy.compactMap { $0.firstMatch(of: /duplicate symbol: (\S+)/)?.1 }.first
    if let twice { return "it gives a name to the linker that is taken already, `\(twice)`" }
    return words.isEmpty ? "the compiler does not say why" : words.prefix(2).joined(separator: "; ")
  }

  /// What the compiler says, in other words where its own do not help.
  static func compilerMessage(_ message: String) -> String {
    if message.contains("unable to type-check this expression in reasonable time") {
      return "the compiler gives up on this line: most often it mixes Int and Double, "
        + "which Double(…) converts; else make two or three lines of it"
    }
    if message.contains("failed to produce diagnostic for expression") {
      return "something in this expression has the wrong type, and the compiler cannot say what; "
        + "make two or three lines of it"
    }
    if message.contains(/(?:expressions|statements) are not allowed at the top level/) {
      return "a statement stands outside of all functions: it belongs into one"
    }
    // What stands in a declaration of ours says all; that it is one of a protocol is nobody's business.
    return message.replacing(#/conformance of '\w+' to '\w+' is unavailable: /#, with: "")
  }

  /// What to add to the compiler's words for somebody who comes from another language, where `code` is
  /// the line; empty where they say enough.
  static func inWords(_ message: String, _ code: String) -> String {
    let code = code.trimmingCharacters(in: .whitespaces)
    if message.contains(/cannot find (type )?'(Tensor|unfinished)' in scope/) {
      return "; does the file still begin with 'import Tensors'?"
    }
    if message.contains(/no such module 'Exercise\d\d'/) {
      return "; an exercise can import those before it"
    }
    if let name = message.firstMatch(of: /cannot find '(\w+)' in scope/)?.1,
      code.hasPrefix("\(name) =")
    {
      return "; a new name is made with let: 'let \(name) = …'"
    }
    if message.hasPrefix("missing return in") {
      return "; a function of more than one line says 'return' before its result"
    }
    if message.hasPrefix("expected ')'") || message.hasPrefix("expected ']'"), code.hasPrefix("}") {
      return "; it is missing in a line above"
    }
    return ""
  }

  /// What befell a compiler that has not judged, and what to do.
  static func stop(_ stop: CompilerStop) -> String {
    let blameless = "That is no fault of whoever wrote the files"
    switch stop {
    case .crash, .signal(SIGILL), .signal(SIGTRAP), .signal(SIGABRT), .signal(SIGSEGV),
      .signal(SIGBUS):
      return "The compiler crashed, twice. \(blameless): 'swift build' with them shows where, and "
        + "another version of Swift may not crash."
    case .signal(SIGKILL):
      return
        "The compiler was killed, twice, as the system does when memory runs out. \(blameless): "
        + "run the same command again when more is free, or with fewer --jobs."
    case .signal(let signal):
      return "The compiler was ended by signal \(signal), twice. \(blameless): "
        + "run the same command again."
    case .noEnd(let seconds):
      return "The compiler had not come to an end after \(number(seconds)) s, twice, though it "
        + "computed little. \(blameless): run the same command again when less else goes on."
    }
  }

  static func limit(_ limit: Compilation.Failed.Limit?) -> String {
    switch limit {
    case .time(let seconds): "the compiler computed for more than \(seconds) s"
    case .memory(let bytes): "the compiler asked for more than \(size(bytes)) of memory"
    case nil: ""
    }
  }

  /// Where a file is not there, and nothing is missing.
  static func leftOut(_ file: String, in others: [String]) -> String {
    "\(list(others)) declares what \(file) should, and counts."
  }
}
