import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The steps from an exercise's sources to a program, each one run of the compiler in `folder`.
///
/// The room is compiled for library evolution: whoever calls it does not depend on how its types
/// are laid out, only on what they declare. So our answering side, which is half of the work, is
/// compiled once, against the stubs, and linked with every submission that declares the same. One
/// that does not fails to link, since a symbol's name holds its types.
/// (Library evolution in Swift: https://www.swift.org/blog/library-evolution/.)
struct Compilation {
  let installation: Installation
  let toolchain: Toolchain
  let exercise: Exercise
  let earlier: [BuiltRoom]
  let folder: String

  /// Whether the room is optimised.
  let optimizes: Bool

  /// Where the compiler is run, if in a sandbox.
  let sandbox: Sandbox?

  /// Less processor time than the toolchain's own limit, where it has been waited for enough.
  var cpuSeconds: Int?

  /// Where the room is compiled file by file, if it is, and no module is made of it.
  var increments: Increments?

  /// Every flag that decides what comes out.
  var flags: [String] {
    Self.common + ofRoom + Self.ofInterface + Self.ofAnswers
      + Increments.flags
  }

  /// Frame pointers, as the package manager has them, let a crash be followed into the student's
  /// file.
  private static let common = [
    "-swift-version", "6", "-g", "-Xcc", "-fno-omit-frame-pointer",
  ]
  private static let wholeModule = "-wmo"
  private var ofRoom: [String] {
    [
      optimizes ? "-O" : "-Onone", "-parse-as-library", "-enable-library-evolution",
      "-suppress-warnings",
      // Debug builds of our modules allow `@testable import`, release builds do not: the same file
      // must come to the same points in both.
      "-Xfrontend", "-disable-testable-attr-requires-testable-module",
    ]
  }
  /// In one go: the driver of 6.3 stops over two producers of the module. Nobody compiles the
  /// interface, so it need not be compiled on trial.
  private static let ofInterface = [
    "-no-emit-module-separately-wmo", "-emit-module", "-no-verify-emitted-module-interface",
  ]
  private static let ofAnswers = [wholeModule, "-Onone", "-module-name", "subject"]

  var executable: String { "\(folder)/subject" }
  var answers: String { "\(folder)/answers.o" }
  private var object: String { "\(folder)/\(exercise.module).o" }

  /// What a room of `sources` is compiled to.
  private func objects(of sources: [String: Data]) -> [String] {
    increments?.objects(of: sources) ?? [object]
  }

  /// What the room declares, where it has been asked for.
  var interface: String { "\(folder)/\(exercise.module).swiftinterface" }

  /// Compiles the room to objects, and where it is asked for, to a module with its interface.
  func compileRoom(
    _ sources: [String: Data], emittingModule: Bool, asksAgain: Bool = true
  ) throws(GraderError) -> Failed? {
    var failed =
      if let increments {
        try run(
          Self.common + ofRoom + ["-module-name", exercise.module] + increments.lay(sources),
          in: increments.folder, asksAgain: asksAgain)
      } else {
        try compileWhole(sources, emittingModule: emittingModule, asksAgain: asksAgain)
      }
    failed?.diagnostics.sort { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    failed?.quote(sources)
    return failed
  }

  private func compileWhole(
    _ sources: [String: Data], emittingModule: Bool, asksAgain: Bool
  ) throws(GraderError) -> Failed? {
    let room = "\(folder)/room"
    try Folder.make(room)
    for (name, data) in sources {
      try AtomicFile.write(data, to: "\(room)/\(name)", durably: false)
    }
    let module =
      Self.ofInterface + [
        "-emit-module-path", "\(folder)/\(exercise.module).swiftmodule",
        "-emit-module-interface-path", interface,
      ]
    return try run(
      Self.common + [Self.wholeModule] + ofRoom + (emittingModule ? module : [])
        + ["-module-name", exercise.module, "-c", "-o", object]
        + sources.keys.sorted().map { "\(room)/\($0)" },
      asksAgain: asksAgain)
  }

  /// Compiles the answering side to the object `answers`, against the room's module.
  func compileAnswers() throws(GraderError) -> Failed? {
    let main = "\(folder)/main.swift"
    let call = "import Doorway\n\nDoorway.serve(answersOf\(exercise.module)())\n"
    try AtomicFile.write(Data(call.utf8), to: main, durably: false)
    // Our own folder first: among the package's modules there is a room of the same name. Only
    // here, because for every new folder the compiler makes the system's modules anew.
    return try run(
      Self.common + Self.ofAnswers + ["-c", "-o", answers, "-I", folder, main]
        + installation.answerFiles(of: exercise),
      reading: try installation.answerFiles(of: exercise))
  }

  /// Compiles `text`, a main program without a room, and links it to `executable`.
  func compileProgram(_ text: String) throws(GraderError) -> Failed? {
    let main = "\(folder)/main.swift"
    try AtomicFile.write(Data(text.utf8), to: main, durably: false)
    let failed = try run(Self.common + Self.ofAnswers + ["-c", "-o", answers, main])
    if let failed { return failed }
    return try link([answers])
  }

  /// Links the room of `sources`, which has been compiled, with an answering side to the program
  /// `executable`.
  ///
  /// - Parameter asksAgain: Whether a refusal that names no line is to be heard twice.
  func link(
    _ sources: [String: Data], with answers: String, asksAgain: Bool = true
  ) throws(GraderError) -> Failed? {
    try link([answers] + objects(of: sources), asksAgain: asksAgain)
  }

  private func link(
    _ objects: [String], asksAgain: Bool = true
  ) throws(GraderError) -> Failed? {
    #if os(Linux)
      let linker = ["-use-ld=lld"]
    #else
      let linker: [String] = []
    #endif
    let given = try earlier.map(\.object) + installation.objects()
    let failed = try run(
      linker + ["-o", executable] + objects + given, reading: objects + given, asksAgain: asksAgain)
    if failed == nil, access(executable, X_OK) != 0 {
      throw .cannotRun(program: executable, errno: errno)
    }
    return failed
  }

  /// What is wrong where all that is compiled is ours.
  func fault(_ failed: Failed) -> GraderError {
    // The compiler notes with the system's modules in which folder it made them.
    let said = (failed.words + failed.diagnostics.map(\.message)).joined(separator: "\n")
    if let old = said.firstMatch(of: /was compiled with module cache path '([^']+)\/ModuleCache/) {
      return .movedPackage(root: installation.root, builtIn: String(old.1))
    }
    return .doesNotCompile(
      what: exercise.folder, diagnostics: failed.diagnostics,
      words: failed.limit == nil ? failed.words : [Sentences.limit(failed.limit)])
  }

  /// Returns the lines of the answering side in which `diagnostics` are, with the one above.
  func lines(of diagnostics: [Diagnostic]) -> [String] {
    let files = (try? installation.answerFiles(of: exercise)) ?? []
    return files.flatMap { path in
      let text = String(
        decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return diagnostics.filter { path.hasSuffix("/\($0.file)") }.flatMap { diagnostic in
        [diagnostic.line - 2, diagnostic.line - 1].filter(lines.indices.contains).map { lines[$0] }
      }
    }
  }

  /// Runs the compiler; once more where it did not come to a judgement. What stopped it may have
  /// been another program's hunger for memory.
  ///
  /// - Parameters:
  ///   - place: Its working folder, `folder` if nil.
  ///   - files: What it reads besides the room and the modules.
  private func run(
    _ arguments: [String], in place: String? = nil, reading files: [String] = [],
    asksAgain: Bool = true
  ) throws(GraderError) -> Failed? {
    let modules = earlier.map(\.folder) + ["\(installation.products)/Modules"]
    let words = arguments + modules.flatMap { ["-I", $0] } + ["-module-cache-path"]
    let cache = toolchain.cache(in: installation.products)
    var limits = toolchain.limits
    if let cpuSeconds { limits.cpuSeconds = min(limits.cpuSeconds, cpuSeconds) }
    func once() throws(GraderError) -> CompilerRun {
      let run =
        if let sandbox {
          try sandbox.compile(
            words, in: folder, reading: modules + files, cache: cache, limits: limits)
        } else {
          try Command.run(
            [toolchain.compiler] + words + [cache], in: place ?? folder,
            environment: toolchain.environment, limits: limits)
        }
      return CompilerRun(run, limits: limits)
    }
    var run = try once()
    if case .failed(let failed) = run, failed.diagnostics.isEmpty, asksAgain { run = try once() }
    if case .stopped = run { run = try once() }
    switch run {
    case .succeeded: return nil
    case .failed(let failed):
      // A full disk is no fault of whoever wrote the files; the name of a symbol, which the linker
      // quotes, is theirs.
      if failed.words.contains(where: {
        $0.contains("No space left on device") && !$0.contains("symbol")
      }) {
        throw .cannotWrite(path: folder, errno: ENOSPC)
      }
      return failed
    case .stopped(let stop):
      // Where it could not write it crashes as often as it says so.
      if Folder.isFull(folder) { throw .cannotWrite(path: folder, errno: ENOSPC) }
      throw .compilerStopped(stop)
    }
  }
}

/// An exercise that has been compiled to a module, which later ones import.
struct BuiltRoom: Sendable {
  let module: String
  let folder: String

  /// The stubs in it that stand in for the student's files.
  let standIns: [StandIn]

  var objectName: String { "\(module).o" }
  var object: String { "\(folder)/\(objectName)" }
}
