import Foundation

@testable import Grading

/// Whether bubblewrap is here and may make namespaces: tests that need it are skipped by name where not.
///
/// Not asked by a `Process` of Foundation: one that it had not taken leave of kept the tests of traps,
/// which wait for any child, from ever seeing their own end.
let hasSandbox: Bool = {
  guard let program = Toolchain.onSearchPath("bwrap") else { return false }
  let run = try? Command.run(
    [program, "--unshare-user", "--unshare-all", "--ro-bind", "/", "/", "/bin/true"], in: "/",
    environment: [:], limits: .check)
  return run?.succeeded ?? false
}()

/// For batches that are not about the sandbox, but go through it where there is one.
let sandboxWords = ["--sandbox", hasSandbox ? "bwrap" : "none"]
