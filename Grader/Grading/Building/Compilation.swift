import Foundation

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

  /// Every flag that decides what comes out.
  static let flags = common + ofRoom + ofAnswers

  /// Frame pointers, as the package manager has them, let a crash be followed into the student's
  /// file.
  private static let common = [
    "-swift-version", "6", "-g", "-wmo", "-Xcc", "-fno-omit-frame-pointer",
  ]
  private static let ofRoom = [
    "-O", "-parse-as-library", "-enable-library-evolution", "-suppress-warnings",
  ]
  private static let ofAnswers = ["-Onone", "-module-name", "subject"]

  struct Failed: Error {
    var diagnostics: [Diagnostic]

    /// Those in `file`; where the fault shows elsewhere, all.
    func diagnostics(of file: String) -> [Diagnostic] {
      let own = diagnostics.filter { $0.file == file }
      return own.isEmpty ? diagnostics : own
    }
  }

  var executable: String { "\(folder)/subject" }
  var answers: String { "\(folder)/answers.o" }
  private var object: String { "\(folder)/\(exercise.module).o" }

  /// Compiles the room to an object, and where it is asked for, to a module.
  func compileRoom(
    _ sources: [String: Data], emittingModule: Bool
  ) throws(GraderError) -> Result<Void, Failed> {
    let room = "\(folder)/room"
    try Folder.make(room)
    for (name, data) in sources {
      try AtomicFile.write(data, to: "\(room)/\(name)", durably: false)
    }
    // In one go: the driver of 6.3 stops over two producers of the module.
    let module = [
      "-no-emit-module-separately-wmo", "-emit-module", "-emit-module-path",
      "\(folder)/\(exercise.module).swiftmodule",
    ]
    return try run(
      Self.common + Self.ofRoom + (emittingModule ? module : [])
        + ["-module-name", exercise.module, "-c", "-o", object]
        + sources.keys.sorted().map { "\(room)/\($0)" })
  }

  /// Compiles the answering side to the object `answers`, against the room's module.
  func compileAnswers() throws(GraderError) -> Result<Void, Failed> {
    let main = "\(folder)/main.swift"
    let call = "import Doorway\n\nDoorway.serve(answersOf\(exercise.module)())\n"
    try AtomicFile.write(Data(call.utf8), to: main, durably: false)
    // Our own folder first: among the package's modules there is a room of the same name. Only
    // here, because for every new folder the compiler makes the system's modules anew.
    return try run(
      Self.common + Self.ofAnswers + ["-c", "-o", answers, "-I", folder, main]
        + installation.answerFiles(of: exercise))
  }

  /// Links the room with an answering side to the program `executable`.
  func link(with answers: String) throws(GraderError) -> Result<Void, Failed> {
    #if os(Linux)
      let linker = ["-use-ld=lld"]
    #else
      let linker: [String] = []
    #endif
    return try run(
      linker + ["-o", executable, answers, object] + earlier.map(\.object)
        + installation.objects())
  }

  private func run(_ arguments: [String]) throws(GraderError) -> Result<Void, Failed> {
    let places =
      (earlier.map(\.folder) + ["\(installation.products)/Modules"]).flatMap { ["-I", $0] }
      + toolchain.cache(in: installation.products)
    let run = try Command.run(
      [toolchain.compiler] + arguments + places, in: folder, environment: toolchain.environment,
      limits: .compilation)
    // A full disk is no fault of whoever wrote the files.
    if run.output.contains("No space left on device") {
      throw .cannotWrite(path: folder, errno: ENOSPC)
    }
    return run.succeeded ? .success(()) : .failure(Failed(diagnostics: run.diagnostics))
  }
}

/// An exercise that has been compiled to a module, which later ones import.
struct BuiltRoom: Sendable {
  let module: String
  let folder: String

  var objectName: String { "\(module).o" }
  var object: String { "\(folder)/\(objectName)" }
}
