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
  /// or with the others, is replaced by its stub; the rest stays.
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
      let blamed = Set(failure.diagnostics.map(\.file)).intersection(kept.keys)
        .subtracting(replaced.keys)
      guard !blamed.isEmpty else {
        // The fault shows elsewhere, say in our call of a function whose signature has changed,
        // or nowhere, say in a compiler that ran out of time.
        attempt = try keepWhatCompiles(exercise, &kept, stubs, &replaced, in: folder)
        break
      }
      for file in blamed {
        kept[file] = stubs[file]
        replaced[file] = failure.diagnostics.filter { $0.file == file }
      }
      attempt = try compile(exercise, kept, in: folder)
    }
    guard case .success(let executable) = attempt else {
      guard case .failure(let failure) = attempt else { preconditionFailure() }
      throw .doesNotCompile(what: exercise.folder, diagnostics: failure.diagnostics)
    }
    return Build(
      executable: executable, replaced: replaced.keys.sorted(),
      diagnostics: replaced.keys.sorted().flatMap { replaced[$0] ?? [] },
      seconds: seconds(since: start))
  }

  /// Starts from the stubs and takes in one file after the other, as long as all compiles.
  private func keepWhatCompiles(
    _ exercise: Exercise, _ kept: inout [String: Data], _ stubs: [String: Data],
    _ replaced: inout [String: [Diagnostic]], in folder: String
  ) throws(GraderError) -> Result<String, Failed> {
    let candidates = kept.filter { replaced[$0.key] == nil && stubs[$0.key] != $0.value }
    kept.merge(stubs) { _, stub in stub }
    var result = try compile(exercise, kept, in: folder)
    guard case .success = result else { return result }
    for (file, source) in candidates.sorted(by: { $0.key < $1.key }) {
      var attempt = kept
      attempt[file] = source
      switch try compile(exercise, attempt, in: folder) {
      case .success: kept = attempt
      case .failure(let failure): replaced[file] = failure.diagnostics
      }
    }
    result = try compile(exercise, kept, in: folder)
    return result
  }

  private struct Failed: Error { var diagnostics: [Diagnostic] }

  /// Compiles the room and links it with the answering side; returns the program's path.
  private func compile(
    _ exercise: Exercise, _ sources: [String: Data], in folder: String
  ) throws(GraderError) -> Result<String, Failed> {
    let room = "\(folder)/room"
    try makeFolder(room)
    for (name, data) in sources {
      try AtomicFile.write(data, to: "\(room)/\(name)")
    }
    let main = "\(folder)/main.swift"
    let call = "import Doorway\n\nDoorway.serve(\(exercise.module.lowercased())())\n"
    try AtomicFile.write(Data(call.utf8), to: main)

    // Our own folder first: among the package's modules there is a room of the same name.
    let common =
      [
        "-swift-version", "6", "-O", "-g", "-wmo", "-I", folder,
        "-I", "\(installation.products)/Modules",
      ] + toolchain.cache(in: installation.products)
    let object = "\(folder)/\(exercise.module).o"
    let module =
      common + [
        "-parse-as-library", "-module-name", exercise.module, "-emit-module",
        "-emit-module-path", "\(folder)/\(exercise.module).swiftmodule", "-c", "-o", object,
      ] + sources.keys.sorted().map { "\(room)/\($0)" }
    let executable = "\(folder)/subject"
    let program =
      try common + ["-module-name", "subject", "-o", executable, main]
      + installation.answerFiles(of: exercise) + [object] + installation.objects()

    for arguments in [module, program] {
      let run = try Command.run(
        [toolchain.compiler] + arguments, in: folder, environment: toolchain.environment,
        limits: .compilation)
      guard run.succeeded else { return .failure(Failed(diagnostics: run.diagnostics)) }
    }
    return .success(executable)
  }

  private func makeFolder(_ path: String) throws(GraderError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: path, errno: errno)
    }
  }
}

/// Returns the seconds that have passed since `start`.
func seconds(since start: ContinuousClock.Instant) -> Double {
  (ContinuousClock.now - start) / .seconds(1)
}
