import Foundation

/// bubblewrap around a program that nobody trusts: namespaces of its own for processes, users, mounts,
/// messages and the network, of which it has none; no privileges; and of the files of this machine only
/// what a `View` names. Whatever is started in it ends with it, and it with the grader.
/// (https://github.com/containers/bubblewrap; `Grader/SECURITY.md` says what it holds.)
public struct Sandbox: Sendable {
  /// bubblewrap.
  let program: String

  /// What is process 1 inside (`Grader/Warden`).
  let warden: String

  /// The folder `usr` of the Swift toolchain.
  let toolchain: String

  /// The file with the filter of system calls (`SystemCallFilter`); nil on a machine whose calls it does
  /// not know, or whose kernel takes none.
  var filter: String?

  /// Options that not every bubblewrap knows, and this one does.
  var known: Set<String> = Self.recent

  /// Before 0.8 further user namespaces cannot be forbidden, before 0.7 a folder in memory is as large as
  /// half of it.
  static let recent: Set = ["--disable-userns", "--size"]

  /// What a program sees of this machine beside the system's libraries.
  struct View: Sendable {
    /// Files and folders that can be read, and under which path.
    var readable: [(path: String, inside: String)] = []

    /// The one folder of this machine that can be written to, if any.
    var writable: String?

    /// Whether the compiler is there, and the rest of the system's programs and headers.
    var hasCompiler = false

    /// The size of a `/tmp` of its own.
    var temporaryBytes = 64 << 20

    /// Where it starts.
    var folder = "/tmp"

    /// Where crash reports are looked for at the end.
    var reports: String?
  }

  /// Returns the words that start `arguments` in the sandbox, with nothing in their environment but
  /// `environment`.
  func command(
    _ arguments: [String], environment: [String: String], view: View
  ) -> [String] {
    [program] + Self.isolation + (filter == nil ? [] : ["--seccomp", "\(Self.filterDescriptor)"])
      + known.intersection(["--disable-userns"])
      + mounts(of: view) + ["--chdir", view.folder, "--"]
      + [Self.wardenInside, view.reports ?? "-"]
      + environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      + ["--"] + arguments
  }

  /// Where a program finds itself, and where it may write.
  static let subject = "/gradus/subject"
  static let temporaryFolder = "/tmp"

  /// A cell for the program at `executable`, which sees `readable`.
  func cell(running executable: String, readable: [(path: String, inside: String)]) -> Cell {
    var view = View(reports: Self.temporaryFolder)
    view.readable = [(executable, Self.subject)] + readable
    return Cell(sandbox: self, view: view)
  }

  private static let wardenInside = "/gradus/warden"

  /// Behind the three ends of a program's pipes, and the warden's.
  static let filterDescriptor = 4

  /// The user namespace is asked for by name: who starts it as root would keep all privileges else.
  private static let isolation = [
    "--unshare-user", "--unshare-all", "--uid", "1000", "--gid", "1000", "--hostname", "gradus",
    "--cap-drop", "ALL", "--die-with-parent", "--new-session", "--as-pid-1",
  ]

  private func mounts(of view: View) -> [String] {
    var words: [String] = []
    func show(_ path: String, _ inside: String? = nil) {
      words += ["--ro-bind", path, inside ?? path]
    }
    for folder in ["/lib", "/lib64"] {
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder) {
        words += ["--symlink", target, folder]
      } else if Folder.isFolder(folder) {
        show(folder)
      }
    }
    if view.hasCompiler {
      show("/usr")
      words += ["--symlink", "usr/bin", "/bin"]
      if Folder.isFolder("/etc/alternatives") { show("/etc/alternatives") }
      if !Folder.isInside(toolchain, "/usr") { show(toolchain) }
    } else {
      for folder in ["/usr/lib", "/usr/lib64"] where Folder.isFolder(folder) { show(folder) }
      // The runtime, and what writes its crash reports.
      for folder in ["\(toolchain)/lib/swift/linux", "\(toolchain)/libexec/swift"]
      where Folder.isFolder(folder) && !Folder.isInside(folder, "/usr/lib") {
        show(folder)
      }
    }
    if FileManager.default.fileExists(atPath: "/etc/ld.so.cache") { show("/etc/ld.so.cache") }
    if known.contains("--size") { words += ["--size", "\(view.temporaryBytes)"] }
    words += ["--tmpfs", "/tmp", "--proc", "/proc", "--dev", "/dev"]
    show(warden, Self.wardenInside)
    for (path, inside) in view.readable { show(path, inside) }
    if let folder = view.writable { words += ["--bind", folder, folder] }
    return words + ["/dev", "/proc", "/"].flatMap { ["--remount-ro", $0] }
  }
}

/// A sandbox for one program.
struct Cell: Sendable {
  let sandbox: Sandbox
  let view: Sandbox.View
}
