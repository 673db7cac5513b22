import Foundation

@testable import Grading

/// `Tests/GradingTests/hostile.txt`, compiled once, and a sandbox for it.
struct HostileProgram {
  let executable: String
  let sandbox: Sandbox
  private let folder: ScratchFolder

  static let hasSandbox = Toolchain.onSearchPath("bwrap") != nil
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
