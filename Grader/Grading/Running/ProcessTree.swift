import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A process with those that it has started, those that these have started, and so on, as they are now.
///
/// Limits of the kernel's hold for each process alone: eight children have eight times the time. These
/// sums are for all of them.
struct ProcessTree {
  private(set) var count = 0

  /// Whether any thread of any of them runs, could run if there were a core for it, or waits for a disk.
  private(set) var isRunnable = false

  /// Processor time of those that are there, and of those that they have waited for.
  private(set) var cpuSeconds = 0.0
  private(set) var residentBytes = 0

  /// Looks at the process `root` and all below it, of whom no more than `limit` are counted; nil where
  /// nothing can be seen of them.
  init?(of root: pid_t, atMost limit: Int) {
    #if os(Linux)
      guard Folder.isFolder("/proc/\(root)/task") else { return nil }
      var waiting = [root]
      while let pid = waiting.popLast(), count < limit {
        waiting += look(at: pid)
      }
    #else
      return nil
    #endif
  }

  /// Adds what is to be seen of one process; returns its children.
  private mutating func look(at pid: pid_t) -> [pid_t] {
    let tasks = "\(pid)/task"
    guard let own = Self.fields(of: "\(pid)/stat"),
      let threads = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(tasks)")
    else { return [] }
    count += 1
    // As proc(5) numbers them: 14 to 17 are times, of it and of its children, 24 are pages.
    func field(_ number: Int) -> Int { own.count > number - 3 ? Int(own[number - 3]) ?? 0 : 0 }
    cpuSeconds += Double((14...17).map(field).reduce(0, +)) / Self.ticks
    residentBytes += field(24) * Self.pageSize
    // Bounded, since it may start as many as it likes.
    return threads.prefix(256).flatMap { thread in
      if !isRunnable, let state = Self.fields(of: "\(tasks)/\(thread)/stat")?.first {
        isRunnable = state == "R" || state == "D"
      }
      return Self.children(of: "\(tasks)/\(thread)")
    }
  }

  /// The processes that a thread has started and not waited for.
  static func children(of thread: String) -> [pid_t] {
    guard let list = contents(of: "\(thread)/children") else { return [] }
    return String(decoding: list, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
  }

  /// What stands in a `stat` file behind the name, in which anything may stand: also what makes one
  /// character of the parenthesis behind it and itself, so that bytes are looked for.
  static func fields(of path: String) -> [Substring]? {
    guard let stat = contents(of: path), let name = stat.lastIndex(of: UInt8(ascii: ")")) else {
      return nil
    }
    return String(decoding: stat[stat.index(after: name)...], as: UTF8.self).split(separator: " ")
  }

  /// What stands in a file beneath `/proc`.
  ///
  /// Not read by `FileManager`, nor by `String`: of a file that is empty, as most lists of children are,
  /// either keeps 4 KB for good (`findings/empty-file-is-never-freed.sh`), and these are read all the time.
  static func contents(of path: String) -> Data? {
    try? RegularFile.read(path, beneath: "/proc", limit: 1 << 20).get()
  }

  private static let ticks = Double(max(sysconf(Int32(_SC_CLK_TCK)), 1))
  private static let pageSize = max(sysconf(Int32(_SC_PAGESIZE)), 1)
}
