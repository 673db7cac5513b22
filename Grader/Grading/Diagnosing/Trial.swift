import Foundation

/// A small program that is built as submissions are, and started.
struct Trial {
  private let installation: Installation
  private let toolchain: Toolchain

  init(_ installation: Installation, _ toolchain: Toolchain) {
    self.installation = installation
    self.toolchain = toolchain
  }

  private static let program = """
    import Doorway
    import Tensors

    print(Tensor(zeros: [2]).shape)
    """

  /// Returns the seconds that it took.
  func run() throws(GraderError) -> Double {
    let start = ContinuousClock.now
    let folder = try ScratchFolder()
    let exercise = Exercise(
      number: "00", title: "", folder: "a trial program", files: [], given: [],
      plan: ExercisePlan(checks: [:]))
    let compilation = Compilation(
      installation: installation, toolchain: toolchain, exercise: exercise, earlier: [],
      folder: folder.path, optimizes: false, sandbox: nil)
    if let failed = try compilation.compileProgram(Self.program) {
      throw compilation.fault(failed)
    }
    let run = try Command.run(
      [compilation.executable], in: folder.path, environment: toolchain.environment, limits: .check)
    guard run.succeeded, run.output == "[2]\n" else {
      throw .noAnswer(program: compilation.executable)
    }
    return seconds(since: start)
  }
}
