import Foundation

/// Whether this machine has bubblewrap: tests that need it are skipped by name where it has not.
let hasSandbox = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
  FileManager.default.isExecutableFile(atPath: "\($0)/bwrap")
}

/// For batches that are not about the sandbox, but go through it where there is one.
let sandboxWords = ["--sandbox", hasSandbox ? "bwrap" : "none"]
