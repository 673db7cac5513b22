import Datasets
import Foundation

extension Sandbox {
  /// - Throws: `GraderError.noSandbox` where there is no bubblewrap on the search path.
  public static func checkPresence() throws(GraderError) {
    if Toolchain.onSearchPath("bwrap") == nil { throw .noSandbox }
  }

  /// Finds bubblewrap on the search path, makes what is process 1 inside, and tries both.
  ///
  /// - Throws: `GraderError.noSandbox` where there is no bubblewrap, `GraderError.sandboxFailed` where
  ///   this system lets it make none.
  public static func find(
    _ installation: Installation, _ toolchain: Toolchain
  ) throws(GraderError) -> Sandbox {
    guard let program = Toolchain.onSearchPath("bwrap") else { throw .noSandbox }
    var sandbox = Sandbox(
      program: program, warden: try warden(installation, toolchain), toolchain: try toolchain.usr(),
      filter: try filter(installation))
    let help = try Command.run(
      [program, "--help"], in: "/", environment: [:], limits: .check)
    sandbox.known = recent.filter { help.output.contains($0) }
    if sandbox.filter != nil {
      if (try? sandbox.tryOut()) != nil { return sandbox }
      sandbox.filter = nil
    }
    try sandbox.tryOut()
    return sandbox
  }

  /// Compiles `Grader/Warden`, unless that has been done before; returns the program.
  private static func warden(
    _ installation: Installation, _ toolchain: Toolchain
  ) throws(GraderError) -> String {
    let source = "\(installation.root)/Grader/Warden/main.swift"
    guard let text = FileManager.default.contents(atPath: source) else {
      throw .cannotRead(path: source, errno: ENOENT)
    }
    // One that needs no more of the toolchain starts in a millisecond.
    let flags = ["-swift-version", "6", "-O", "-static-stdlib", "-use-ld=lld"]
    let words = flags.joined(separator: " ")
    let cache = BuildCache(folder: installation.subjects)
    let name =
      "warden-" + Digest("\(toolchain.compiler) \(words) \(Digest(text))").description.prefix(16)
    if !cache.holds("warden", under: name) {
      try cache.put(name) { (aside) throws(GraderError) in
        let run = try Command.run(
          [toolchain.compiler] + flags + [
            "-module-cache-path", toolchain.cache(in: installation.products), source, "-o",
            "\(aside)/warden",
          ],
          in: aside, environment: toolchain.environment, limits: toolchain.limits)
        guard run.succeeded else {
          throw .doesNotCompile(
            what: "Grader/Warden", diagnostics: run.diagnostics,
            words: Diagnostic.complaints(in: run.output))
        }
      }
    }
    return "\(cache.path(of: name))/warden"
  }

  /// Writes the filter of system calls where it is kept, unless that has been done before.
  private static func filter(_ installation: Installation) throws(GraderError) -> String? {
    guard let program = SystemCallFilter.here?.program else { return nil }
    let cache = BuildCache(folder: installation.subjects)
    let name = "calls-" + Digest(program).description.prefix(16)
    if !cache.holds("filter", under: name) {
      try cache.put(name) { (aside) throws(GraderError) in
        try AtomicFile.write(program, to: "\(aside)/filter")
      }
    }
    return "\(cache.path(of: name))/filter"
  }

  /// Starts the least that can be started in it.
  ///
  /// - Throws: `GraderError.sandboxFailed`.
  private func tryOut() throws(GraderError) {
    var view = View()
    view.readable = [(warden, Self.subject)]
    let run = try Command.run(
      [Self.subject], in: "/", environment: [:], limits: .check,
      cell: Cell(sandbox: self, view: view))
    // It is not process 1 there, and refuses to be run.
    guard run.ending?.manner == .exit(status: 2) else { throw .sandboxEnded }
  }
}
