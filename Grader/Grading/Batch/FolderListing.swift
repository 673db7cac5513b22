import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What lies in a folder that somebody hostile may have filled. No link is followed, and no entry is
/// opened: to see a pipe or a device here costs nothing.
struct FolderListing: Sendable {
  enum Kind: Sendable { case file, folder, link, other }

  struct Entry: Sendable {
    let name: EntryName
    let kind: Kind
  }

  /// By name.
  private(set) var entries: [Entry] = []

  /// Whether there is more than was read.
  private(set) var isCutShort = false

  /// Lists the folder that `steps` lead to from `folder`, at most `limit` entries of it.
  ///
  /// - Throws: `GraderError.cannotRead`.
  init(
    _ folder: String, _ steps: [EntryName] = [], limit: Int = .max
  ) throws(GraderError) {
    let shown = ([folder] + steps.map(\.text.onOneLine)).joined(separator: "/")
    let descriptor = Self.open(folder, steps)
    guard descriptor >= 0 else { throw .cannotRead(path: shown, errno: errno) }
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw .cannotRead(path: shown, errno: code)
    }
    defer { closedir(stream) }
    errno = 0
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name != EntryName("."), name != EntryName("..") {
        guard entries.count < limit else {
          isCutShort = true
          break
        }
        entries.append(Entry(name: name, kind: Self.kind(of: entry, name, in: descriptor)))
      }
      errno = 0
    }
    guard isCutShort || errno == 0 else { throw .cannotRead(path: shown, errno: errno) }
    entries.sort { $0.name < $1.name }
  }

  /// Opens the folder that `steps` lead to, none of which may be a link; a negative number where
  /// that is not possible.
  static func open(_ folder: String, _ steps: [EntryName]) -> Int32 {
    var current = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for step in steps where current >= 0 {
      let next = openat(
        current, step.cString, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(current)
      current = next
      errno = code
    }
    return current
  }

  /// The name stands at the end of the record, and may be longer than the type says.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> EntryName {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    var length = 0
    while start[length] != 0 { length += 1 }
    return EntryName(UnsafeBufferPointer(start: start, count: length))
  }

  private static func kind(
    of entry: UnsafeMutablePointer<dirent>, _ name: EntryName, in descriptor: Int32
  ) -> Kind {
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      // Not every file system says it in passing.
      var information = stat()
      guard fstatat(descriptor, name.cString, &information, AT_SYMLINK_NOFOLLOW) == 0 else {
        return .other
      }
      switch information.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .link
      default: return .other
      }
    default: return .other
    }
  }
}
