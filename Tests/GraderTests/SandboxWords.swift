import Foundation

/// Whether bubblewrap is here and may make namespaces: tests that need it are skipped by name where not.
let hasSandbox: Bool = {
  let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  guard
    let program = path.map({ "\($0)/bwrap" }).first(where: FileManager.default.isExecutableFile)
  else { return false }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = ["--unshare-user", "--unshare-all", "--ro-bind", "/", "/", "/bin/true"]
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}()

/// For batches that are not about the sandbox, but go through it where there is one.
let sandboxWords = ["--sandbox", hasSandbox ? "bwrap" : "none"]
