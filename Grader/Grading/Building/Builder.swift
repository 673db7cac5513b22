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
      executable: Self.executable(in: folder), replaced: replaced.keys.sorted(),
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

  private struct Failed: Error {
    var diagnostics: [Diagnostic]

    /// Those in `file`; where the fault shows elsewhere, all.
    func diagnostics(of file: String) -> [Diagnostic] {
      let own = diagnostics.filter { $0.file == file }
      return own.isEmpty ? diagnostics : own
    }
  }

  private static func executable(in folder: String) -> String { "\(folder)/subject" }

  /// Frame pointers, as the package manager has them, let a crash be followed into the student's
  /// file.
  static let flags = [
    "-swift-version", "6", "-g", "-wmo", "-Xcc", "-fno-omit-frame-pointer",
  ]
  static let roomFlags = ["-O", "-parse-as-library"]

  /// Optimised, our own side would take in a student's short functions, and their lines be lost.
  static let programFlags = ["-Onone"]

  /// Compiles the room and links it with the answering side.
  private func compile(
    _ exercise: Exercise, _ sources: [String: Data], in folder: String
  ) throws(GraderError) -> Result<Void, Failed> {
    let room = "\(folder)/room"
    try Folder.make(room)
    for (name, data) in sources {
      try AtomicFile.write(data, to: "\(room)/\(name)")
    }
    let main = "\(folder)/main.swift"
    let call = "import Doorway\n\nDoorway.serve(\(exercise.module.lowercased())())\n"
    try AtomicFile.write(Data(call.utf8), to: main)

    // Our own folder first: among the package's modules there is a room of the same name.
    let common =
      Self.flags + ["-I", folder, "-I", "\(installation.products)/Modules"]
      + toolchain.cache(in: installation.products)
    let object = "\(folder)/\(exercise.module).o"
    let module =
      common + Self.roomFlags + [
        "-module-name", exercise.module, "-emit-module", "-emit-module-path",
        "\(folder)/\(exercise.module).swiftmodule", "-c", "-o", object,
      ] + sources.keys.sorted().map { "\(room)/\($0)" }
    let program =
      try common + Self.programFlags + [
        "-module-name", "subject", "-o", Self.executable(in: folder), main,
      ]
      + installation.answerFiles(of: exercise) + [object] + installation.objects()

    for arguments in [module, program] {
      let run = try Command.run(
        [toolchain.compiler] + arguments, in: folder, environment: toolchain.environment,
        limits: .compilation)
      // A full disk is no fault of whoever wrote the files.
      if run.output.contains("No space left on device") {
        throw .cannotWrite(path: folder, errno: ENOSPC)
      }
      guard run.succeeded else { return .failure(Failed(diagnostics: run.diagnostics)) }
    }
    return .success(())
  }
}

/// Returns the seconds that have passed since `start`.
func seconds(since start: ContinuousClock.Instant) -> Double {
  (ContinuousClock.now - start) / .seconds(1)
}
