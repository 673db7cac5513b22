import Foundation

/// A program that answers for one implementation of an exercise.
public struct Build: Codable, Sendable {
  public var executable: String

  /// The files that did not compile and for which the stub stands in.
  public var replaced: [String]
  public var diagnostics: [Diagnostic]
  public var seconds: Double
}

/// Makes subjects out of source files, by the compiler itself against the modules that the
/// package manager has built: 1 s where `swift build` would take 13, and no manifest is run.
///
/// Two modules, as in the package: in one, a student's helper that bears the name of one of ours
/// would not compile.
public struct Builder: Sendable {
  public let installation: Installation
  public let toolchain: Toolchain

  /// The earlier exercises that the room imports, and what those import.
  var earlier: [BuiltRoom] = []

  /// An object that answers for rooms with the usual declarations.
  var answers: String?

  public init(_ installation: Installation, _ toolchain: Toolchain) {
    self.installation = installation
    self.toolchain = toolchain
  }

  /// Builds `sources` (file names to contents) in `folder`. A file that does not compile, alone
  /// or with the others, is replaced by its stub; the rest stays. Files without a stub are given:
  /// they are never at fault.
  ///
  /// - Throws: `GraderError` where not even the stubs compile.
  public func build(
    _ exercise: Exercise, _ sources: [String: Data], stubs: [String: Data], in folder: String
  ) throws(GraderError) -> Build {
    let start = ContinuousClock.now
    var kept = sources
    var replaced: [String: [Diagnostic]] = [:]
    var attempt = try compile(exercise, kept, in: folder)

    while case .failure(let failure) = attempt {
      let suspects = stubs.keys.filter { replaced[$0] == nil && stubs[$0] != kept[$0] }
      let blamed = suspects.filter { file in failure.diagnostics.contains { $0.file == file } }
      // Where nobody is blamed the fault shows elsewhere, say in our call of a function whose
      // signature has changed, or nowhere, say in a compiler that ran out of time.
      for file in blamed.isEmpty ? suspects : blamed {
        kept[file] = stubs[file]
        replaced[file] = failure.diagnostics(of: file)
      }
      guard !suspects.isEmpty else {
        throw .doesNotCompile(what: exercise.folder, diagnostics: failure.diagnostics)
      }
      attempt = try compile(exercise, kept, in: folder)
    }
    if replaced.count > 1 {
      try putBack(&replaced, of: sources, in: &kept, exercise, stubs, folder)
    }
    return Build(
      executable: compilation(of: exercise, in: folder).executable,
      replaced: replaced.keys.sorted(),
      diagnostics: replaced.keys.sorted().flatMap { replaced[$0] ?? [] },
      seconds: seconds(since: start))
  }

  /// Takes back, one at a time, those of the replaced files that compile after all: one file's
  /// fault may show in others, as that of a type which is declared twice does.
  private func putBack(
    _ replaced: inout [String: [Diagnostic]], of sources: [String: Data],
    in kept: inout [String: Data], _ exercise: Exercise, _ stubs: [String: Data], _ folder: String
  ) throws(GraderError) {
    var isBuilt = true
    var count: Int
    // As long as it helps: a file may need what another one declares.
    repeat {
      count = replaced.count
      for file in replaced.keys.sorted() {
        kept[file] = sources[file]
        switch try compile(exercise, kept, in: folder) {
        case .success:
          replaced[file] = nil
          isBuilt = true
        case .failure(let failure):
          kept[file] = stubs[file]
          replaced[file] = failure.diagnostics(of: file)
          isBuilt = false
        }
      }
    } while replaced.count < count && replaced.count > 1
    if !isBuilt, case .failure(let failure) = try compile(exercise, kept, in: folder) {
      throw .doesNotCompile(what: exercise.folder, diagnostics: failure.diagnostics)
    }
  }

  /// Compiles the room and links it with the answering side.
  private func compile(
    _ exercise: Exercise, _ sources: [String: Data], in folder: String
  ) throws(GraderError) -> Result<Void, Compilation.Failed> {
    let compilation = compilation(of: exercise, in: folder)
    if let answers {
      let room = try compilation.compileRoom(sources, emittingModule: false)
      guard case .success = room else { return room }
      if case .success = try compilation.link(with: answers) { return .success(()) }
    }
    // What it declares is not what the answers were compiled for: they may fit all the same, and
    // if not, the compiler says why.
    let room = try compilation.compileRoom(sources, emittingModule: true)
    guard case .success = room else { return room }
    let own = try compilation.compileAnswers()
    guard case .success = own else { return own }
    return try compilation.link(with: compilation.answers)
  }

  /// Compiles the answering side for all rooms that declare what `interface` declares; returns the
  /// object's path.
  ///
  /// - Throws: `GraderError.doesNotCompile` where `interface` does not.
  func compileAnswers(
    _ exercise: Exercise, interface: [String: Data], in folder: String
  ) throws(GraderError) -> String {
    let compilation = compilation(of: exercise, in: folder)
    var result = try compilation.compileRoom(interface, emittingModule: true)
    if case .success = result { result = try compilation.compileAnswers() }
    if case .failure(let failure) = result {
      throw .doesNotCompile(what: exercise.folder, diagnostics: failure.diagnostics)
    }
    return compilation.answers
  }

  /// Compiles `sources` to a module that later exercises import.
  func compileModule(
    _ exercise: Exercise, _ sources: [String: Data], in folder: String
  ) throws(GraderError) {
    let compilation = compilation(of: exercise, in: folder)
    if case .failure(let failure) = try compilation.compileRoom(sources, emittingModule: true) {
      throw .doesNotCompile(what: exercise.folder, diagnostics: failure.diagnostics)
    }
  }

  private func compilation(of exercise: Exercise, in folder: String) -> Compilation {
    Compilation(
      installation: installation, toolchain: toolchain, exercise: exercise, earlier: earlier,
      folder: folder)
  }
}

/// Returns the seconds that have passed since `start`.
func seconds(since start: ContinuousClock.Instant) -> Double {
  (ContinuousClock.now - start) / .seconds(1)
}
