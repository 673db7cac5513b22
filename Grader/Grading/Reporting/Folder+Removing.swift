import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Folder {
  /// Removes the folder `path` with all that is in it, however deep: what lies deeper than a path may be
  /// long, or is closed to its owner, is beyond whoever goes down by names.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else { return }
    let top = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard top >= 0 else { return }
    defer { close(top) }
    // What is found in a folder is moved up beside it, so that nothing is ever deep. Bounded, since
    // somebody may still write.
    for _ in 0..<1_000_000 {
      guard let name = firstName(in: top) else { break }
      if unlinkat(top, name, 0) == 0 || unlinkat(top, name, AT_REMOVEDIR) == 0 { continue }
      fchmodat(top, name, 0o700, 0)
      let folder = openat(top, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard folder >= 0 else { return }
      defer { close(folder) }
      guard let inner = firstName(in: folder) else { return }
      if unlinkat(folder, inner, 0) == 0 { continue }
      fchmodat(folder, inner, 0o700, 0)
      guard renameat(folder, inner, top, UUID().uuidString) == 0 else { return }
    }
    rmdir(path)
  }

  private static func firstName(in folder: Int32) -> [CChar]? {
    let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let entries = fdopendir(copy) else { return nil }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        $0.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
      }
      if name != [46, 0], name != [46, 46, 0] { return name }
    }
    return nil
  }
}
