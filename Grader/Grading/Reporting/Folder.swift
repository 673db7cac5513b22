import Foundation

enum Folder {
  /// Makes the folder `path` and those above it, where they are not there yet.
  static func make(_ path: String) throws(GraderError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: path, errno: code(of: error))
    }
  }

  /// Returns the names of what lies in `path`, sorted.
  static func contents(of path: String) throws(GraderError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw .cannotRead(
        path: path, errno: FileManager.default.fileExists(atPath: path) ? EACCES : ENOENT)
    }
  }

  /// Makes the folder `path`, and tries whether anything can be written in it.
  ///
  /// - Throws: `GraderError.readOnlyPackage` where that is not allowed.
  static func makeWritable(_ path: String) throws(GraderError) {
    let trial = "\(path)/.\(UUID().uuidString)"
    do {
      try make(trial)
      try? FileManager.default.removeItem(atPath: trial)
    } catch .cannotWrite(_, let code) where code == EROFS || code == EACCES || code == EPERM {
      throw .readOnlyPackage(folder: path)
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Returns whether the disk, or the quota on it, has no room for what a compiler writes to `path`.
  static func isFull(_ path: String) -> Bool {
    let trial = "\(path)/.\(UUID().uuidString)"
    defer { unlink(trial) }
    do {
      try AtomicFile.write(Data(count: 4 << 20), to: trial, durably: false)
      return false
    } catch .cannotWrite(_, let code) {
      return code == ENOSPC || code == EDQUOT
    } catch {
      return false
    }
  }

  /// Returns whether `path` is `folder` or lies in it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    let (path, folder) = (resolved(path), resolved(folder))
    return path == folder || path.hasPrefix("\(folder)/")
  }

  /// The path without links. Of what is not there yet, the part that is there is resolved, since a
  /// link on the way decides where the rest will lie.
  private static func resolved(_ path: String) -> String {
    var there = URL(fileURLWithPath: path).standardizedFileURL
    var rest: [String] = []
    while there.path != "/", !FileManager.default.fileExists(atPath: there.path) {
      rest.insert(there.lastPathComponent, at: 0)
      there.deleteLastPathComponent()
    }
    return rest.reduce(there.resolvingSymlinksInPath()) { $0.appendingPathComponent($1) }.path
  }

  /// The system's number for what went wrong.
  private static func code(of error: any Error) -> Int32 {
    guard let error = error as? CocoaError else { return EACCES }
    switch error.code {
    case .fileWriteFileExists: return EEXIST
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteVolumeReadOnly: return EROFS
    default: return (error.underlying as? POSIXError)?.code.rawValue ?? EACCES
    }
  }
}
