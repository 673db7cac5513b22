extension Sandbox {
  /// Runs the compiler with `words`, the last of which takes the folder for what it makes of the
  /// system's modules. It can write to `folder` alone.
  ///
  /// What it finds in `cache` it can read and not change: else one submission could leave something
  /// there for the next. What is missing or stale there it makes for itself, which takes some seconds: it
  /// then complains of a file in `cache`, by one error or another.
  func compile(
    _ words: [String], in folder: String, reading files: [String], cache: String, limits: Limits
  ) throws(GraderError) -> Command.Run {
    let own = "\(Self.temporaryFolder)/ModuleCache"
    guard Folder.isFolder(cache) else {
      return try run(words + [own], in: folder, reading: files, limits: limits)
    }
    let run = try run(words + [cache], in: folder, reading: files + [cache], limits: limits)
    guard !run.succeeded, run.output.contains("\(cache)/") else { return run }
    return try self.run(words + [own], in: folder, reading: files, limits: limits)
  }

  private func run(
    _ words: [String], in folder: String, reading files: [String], limits: Limits
  ) throws(GraderError) -> Command.Run {
    var view = View(writable: folder, hasCompiler: true, temporaryBytes: 1 << 30, folder: folder)
    // What lies in the folder itself is there already.
    view.readable = files.filter { !$0.hasPrefix("\(folder)/") }.map { ($0, $0) }
    let environment = [
      "PATH": "\(toolchain)/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": Self.temporaryFolder,
      "TMPDIR": Self.temporaryFolder,
    ]
    return try Command.run(
      ["\(toolchain)/bin/swiftc"] + words, in: folder, environment: environment, limits: limits,
      cell: Cell(sandbox: self, view: view))
  }
}
