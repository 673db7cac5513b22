import Foundation

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

  /// Whether rooms are optimised: code that trains has to be; what answers in milliseconds is there
  /// sooner without.
  var optimizes = true

  /// Where compilers run, if in a sandbox.
  var sandbox: Sandbox?

  /// An object that answers for rooms with the usual declarations.
  var answers: String?

  /// What a room has to declare for the answering side.
  private var declared = PublicNames([])

  /// Where rooms are compiled file by file, if they are.
  var increments: Increments?

  public init(_ installation: Installation, _ toolchain: Toolchain) {
    self.installation = installation
    self.toolchain = toolchain
  }

  /// Builds `sources` (file names to contents) in `folder`. A file that does not compile, alone
  /// or with the others, is replaced by its stub; the rest stays. So is one that is missing, unless
  /// another declares what it would. Files without a stub are given: they are never at fault.
  ///
  /// - Throws: `GraderError` where not even the stubs compile, or no compiler judges.
  public func build(
    _ exercise: Exercise, _ sources: [String: Data], stubs: [String: Data], in folder: String
  ) throws(GraderError) -> Build {
    let start = ContinuousClock.now
    var build = Build(
      executable: compilation(of: exercise, in: folder).executable, standIns: [], leftOut: [:],
      seconds: 0)
    var builder = self
    builder.declared = PublicNames(stubs.values)
    if let failed = try builder.compile(exercise, stubs.merging(sources) { $1 }, in: folder) {
      let room = try builder.repaired(Room(sources, stubs: stubs), failed, exercise, folder)
      build.standIns = room.standIns
      build.leftOut = room.leftOut
    }
    build.seconds = seconds(since: start)
    return build
  }

  /// Returns `room`, which `failed`, with as few stubs as it takes.
  private func repaired(
    _ room: Room, _ failed: Compilation.Failed, _ exercise: Exercise, _ folder: String
  ) throws(GraderError) -> Room {
    var room = room
    var attempt: Compilation.Failed? = failed
    while let failed = attempt {
      // What nobody has written gives way before what somebody has.
      if !room.leaveOutDoubles(failed) {
        let suspects = room.suspects
        guard !suspects.isEmpty else { throw compilation(of: exercise, in: folder).fault(failed) }
        let blamed = suspects.filter { file in
          failed.diagnostics.contains { $0.file == file }
            || !room.changes(failed.changes, of: file).isEmpty
        }
        // Where nobody is blamed the fault shows elsewhere.
        let whole = room
        room.replace(blamed.isEmpty ? suspects : blamed) { failed.reason(for: $0, in: whole) }
      }
      attempt = try compile(exercise, room.files, in: folder)
    }
    // Without a line nothing says that it was the file, and not the machine at that moment.
    let isUncertain = room.replaced.values.contains { if case .words = $0 { true } else { false } }
    if room.replaced.count > 1 || isUncertain { try putBack(&room, exercise, folder) }
    return room
  }

  /// Takes back, one at a time, those of the replaced files that compile after all: one file's
  /// fault may show in others, as that of a type which is declared twice does.
  private func putBack(
    _ room: inout Room, _ exercise: Exercise, _ folder: String
  ) throws(GraderError) {
    var isBuilt = true
    var count: Int
    // What takes the compiler too long has been seen to do so: once a file is enough.
    var hopeless: Set<String> = []
    // As long as it helps: a file may need what another one declares.
    repeat {
      count = room.replaced.count
      for (file, reason) in room.replaced.sorted(by: { $0.key < $1.key })
      where !hopeless.contains(file) {
        room.putBack(file)
        let failed = try compile(
          exercise, room.files, in: folder, asksAgain: false,
          cpuSeconds: hopeless.isEmpty ? nil : Self.shortTrial)
        isBuilt = failed == nil
        if let failed {
          let new = failed.reason(for: file, in: room)
          // With fewer stubs about there may be an error in the file itself no more.
          if case .errors = reason, !failed.diagnostics.contains(where: { $0.file == file }) {
            room.replaceAgain(file, because: reason)
          } else {
            room.replaceAgain(file, because: new)
          }
          if failed.limit != nil { hopeless.insert(file) }
        }
      }
    } while room.replaced.count < count && room.replaced.count > 1
    if !isBuilt, let failed = try compile(exercise, room.files, in: folder) {
      throw compilation(of: exercise, in: folder).fault(failed)
    }
  }

  /// Once a file has taken all of the time that a build may take, each other has several times what
  /// right code needs: eight of them would cost a class nine minutes else.
  private static let shortTrial = 15

  /// Compiles the room and links it with the answering side; returns why that failed.
  private func compile(
    _ exercise: Exercise, _ sources: [String: Data], in folder: String, asksAgain: Bool = true,
    cpuSeconds: Int? = nil
  ) throws(GraderError) -> Compilation.Failed? {
    var compilation = compilation(of: exercise, in: folder)
    compilation.cpuSeconds = cpuSeconds
    if let answers {
      let failed = try compilation.compileRoom(
        sources, emittingModule: false, asksAgain: asksAgain)
      if let failed { return failed }
      if PublicNames(sources.values).contain(declared),
        try compilation.link(sources, with: answers, asksAgain: false) == nil
      {
        return nil
      }
    }
    // A module is made of all files at once.
    compilation.increments = nil
    // What it declares is not what the answers were compiled for: they may fit all the same, and
    // if not, the compiler says why.
    let failed = try compilation.compileRoom(sources, emittingModule: true, asksAgain: asksAgain)
    if let failed { return failed }
    if var failed = try compilation.compileAnswers() {
      failed.isOfAnswers = true
      failed.changes = changes(by: compilation, named: failed.diagnostics)
      return failed
    }
    return try compilation.link(sources, with: compilation.answers, asksAgain: asksAgain)
  }

  /// Returns what the room declares otherwise than the stubs: of that, what stands in the lines of
  /// the answering side that do not compile, if anything does.
  private func changes(
    by compilation: Compilation, named diagnostics: [Diagnostic]
  ) -> [ChangedDeclaration] {
    guard let answers, let own = interface(at: compilation.interface, compilation.exercise),
      let stub = interface(
        at: (answers as NSString).deletingLastPathComponent + "/"
          + (compilation.interface as NSString).lastPathComponent, compilation.exercise)
    else { return [] }
    let changes = stub.changes(in: own)
    let lines = compilation.lines(of: diagnostics)
    let named = changes.filter { change in
      let word = change.name == "init" ? change.type : change.name
      return lines.contains { $0.contains(word) }
    }
    return named.isEmpty ? changes : named
  }

  private func interface(at path: String, _ exercise: Exercise) -> Interface? {
    FileManager.default.contents(atPath: path).map {
      Interface(String(decoding: $0, as: UTF8.self), module: exercise.module)
    }
  }

  /// Compiles the answering side for all rooms that declare what `interface` declares; returns the
  /// object's path.
  ///
  /// - Throws: `GraderError.doesNotCompile` where `interface` does not.
  func compileAnswers(
    _ exercise: Exercise, interface: [String: Data], in folder: String
  ) throws(GraderError) -> String {
    let compilation = compilation(of: exercise, in: folder)
    var failed = try compilation.compileRoom(interface, emittingModule: true)
    if failed == nil { failed = try compilation.compileAnswers() }
    if let failed { throw compilation.fault(failed) }
    return compilation.answers
  }

  /// Compiles `sources` to a module that later exercises import.
  func compileModule(
    _ exercise: Exercise, _ sources: [String: Data], in folder: String
  ) throws(GraderError) {
    let compilation = compilation(of: exercise, in: folder)
    if let failed = try compilation.compileRoom(sources, emittingModule: true) {
      throw compilation.fault(failed)
    }
  }

  func compilation(of exercise: Exercise, in folder: String) -> Compilation {
    Compilation(
      installation: installation, toolchain: toolchain, exercise: exercise, earlier: earlier,
      folder: folder, optimizes: optimizes, sandbox: sandbox, increments: increments)
  }
}

/// Returns the seconds that have passed since `start`.
public func seconds(since start: ContinuousClock.Instant) -> Double {
  (ContinuousClock.now - start) / .seconds(1)
}
