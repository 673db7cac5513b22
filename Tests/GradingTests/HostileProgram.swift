import Foundation

@testable import Grading

/// `Tests/GradingTests/hostile.txt`, compiled once, and a sandbox for it.
struct HostileProgram {
  let executable: String
  let sandbox: Sandbox
  private let folder: ScratchFolder

  /// Whether bubblewrap is here and may make namespaces. Asked of it alone: what is wrong with the rest
  /// is to be seen.
  static let hasSandbox: Bool = {
    guard let program = Toolchain.onSearchPath("bwrap") else { return false }
    let run = try? Command.run(
      [program, "--unshare-user", "--unshare-all", "--ro-bind", "/", "/", "/bin/true"], in: "/",
      environment: [:], limits: .check)
    return run?.succeeded ?? false
  }()

  static let made = Result { try HostileProgram() }

  private init() throws {
    let installation = try Installation.find()
    let toolchain = try Toolchain.find()
    sandbox = try Sandbox.find(installation, toolchain)
    folder = try ScratchFolder()
    executable = "\(folder.path)/hostile"
    let source = "\(folder.path)/main.swift"
    try FileManager.default.copyItem(
      atPath: "\(installation.root)/Tests/GradingTests/hostile.txt", toPath: source)
    let run = try Command.run(
      [
        toolchain.compiler, "-O", "-g", "-Xcc", "-fno-omit-frame-pointer", "-module-cache-path",
        toolchain.cache(in: installation.products), source, "-o", executable,
      ],
      in: folder.path, environment: toolchain.environment, limits: .compilation)
    guard run.succeeded else {
      throw GraderError.doesNotCompile(
        what: "hostile.txt", diagnostics: run.diagnostics, words: [run.output])
    }
  }
}
